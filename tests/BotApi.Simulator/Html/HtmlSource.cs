using System.Text;

namespace BotApi.Simulator;

/// <summary>
/// The UTF-8 bytes of a text and a place in them. Reading past the end gives zeros, on which TDLib's checks rely;
/// offsets in error messages are byte offsets.
/// </summary>
internal sealed class HtmlSource
{
    private const int Padding = 16;
    private readonly byte[] bytes;

    private HtmlSource(byte[] bytes, int length)
    {
        this.bytes = bytes;
        Length = length;
    }

    public int Length { get; }

    public int Position { get; set; }

    public byte Current => bytes[Position];

    public bool AtEnd => Position >= Length;

    public static HtmlSource From(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = new byte[length + Padding];
        Encoding.UTF8.GetBytes(text, bytes);
        return new HtmlSource(bytes, length);
    }

    public static TextParseException Error(string reason) => new($"can't parse entities: {reason}");

    public byte At(int position) => position < bytes.Length ? bytes[position] : (byte)0;

    public string LowerCase(int from, int to) => Encoding.UTF8.GetString(Ascii.Lower(bytes.AsSpan(from, to - from)));

    public string Slice(int from, int to) => Encoding.UTF8.GetString(bytes.AsSpan(from, to - from));

    /// <summary>Moves over white space, but not over a zero byte.</summary>
    public void SkipSpaces()
    {
        while (Current != 0 && Ascii.IsSpace(Current))
        {
            Position++;
        }
    }
}
