using System.Text;
using System.Text.Unicode;

namespace BotApi.Simulator;

/// <summary>Collects plain text as UTF-8 while counting its UTF-16 units.</summary>
internal sealed class PlainTextBuilder(int capacity)
{
    private readonly byte[] bytes = new byte[capacity];
    private bool mayBeInvalid;

    /// <summary>How many UTF-16 units were written.</summary>
    public int Utf16Length { get; private set; }

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    public void AddByte(byte b)
    {
        if ((b & 0xC0) != 0x80)
        {
            Utf16Length += b >= 0xF0 ? 2 : 1;
        }

        bytes[Length++] = b;
    }

    public void AddCode(uint code)
    {
        Utf16Length += code > 0xFFFF ? 2 : 1;
        mayBeInvalid |= code is >= 0xD800 and <= 0xDFFF;
        Length += Utf8Encoding.Write(code, bytes.AsSpan(Length));
    }

    public string TextFrom(int start) => Encoding.UTF8.GetString(bytes.AsSpan(start, Length - start));

    /// <exception cref="TextParseException">A numeric reference stood for half a surrogate pair.</exception>
    public string Finish()
    {
        var written = bytes.AsSpan(0, Length);
        return mayBeInvalid && !Utf8.IsValid(written)
            ? throw HtmlSource.Error(
                "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")
            : Encoding.UTF8.GetString(written);
    }
}
