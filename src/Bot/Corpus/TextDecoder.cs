using System.Text;

namespace Bot.Corpus;

/// <summary>Bytes to text: UTF-8 with or without a byte order mark, UTF-16 of either order, windows-1251.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Lazy<Encoding> Windows1251 = new(() => CodePagesEncodingProvider.Instance.GetEncoding(1251)!);

    /// <summary>Line ends come out as \n.</summary>
    /// <exception cref="DocumentException">The bytes are no text, or in an encoding that is none of these.</exception>
    public static string Decode(byte[] bytes)
    {
        var text = ByMark(bytes) ?? ByShape(bytes);
        if (text.AsSpan().ContainsAnyInRange('\u0000', '\u0008')) throw new DocumentException("is binary, not text");
        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private static string? ByMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Strict(StrictUtf8, bytes.AsSpan(3)),
        [0xFF, 0xFE, 0x00, 0x00, ..] or [0x00, 0x00, 0xFE, 0xFF, ..] => throw new DocumentException("is in UTF-32; save it as UTF-8"),
        [0xFF, 0xFE, ..] => Strict(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
        [0xFE, 0xFF, ..] => Strict(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
        _ => null,
    };

    private static string ByShape(byte[] bytes)
    {
        var zeros = bytes.AsSpan().Count((byte)0);
        if (zeros > 0) return WithoutMark(bytes, zeros);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Cyrillic(bytes);
        }
    }

    /// <summary>UTF-16 without a mark: spaces and line ends put a zero into every pair they take.</summary>
    private static string WithoutMark(byte[] bytes, int zeros)
    {
        var odd = bytes.Where((value, index) => value == 0 && index % 2 == 1).Count();
        if (bytes.Length % 2 != 0 || zeros * 20 < bytes.Length || (odd != 0 && odd != zeros)) throw new DocumentException("is binary, not text");
        return Strict(new UnicodeEncoding(bigEndian: odd == 0, byteOrderMark: false, throwOnInvalidBytes: true), bytes);
    }

    /// <summary>Taken for windows-1251 only where what comes out reads as Cyrillic words and nothing undefined.</summary>
    private static string Cyrillic(byte[] bytes)
    {
        var text = Windows1251.Value.GetString(bytes);
        var high = bytes.Count(value => value >= 0x80);
        var letters = text.Count(c => c is (>= 'А' and <= 'я') or 'і' or 'ї' or 'є' or 'І' or 'Ї' or 'Є' or 'ё' or 'Ё' or 'ґ' or 'Ґ');
        // Another alphabet read as windows-1251 gives Cyrillic letters too, but not in the shares of Cyrillic languages.
        var frequent = text.Count(c => char.ToLowerInvariant(c) is 'о' or 'а' or 'е' or 'и' or 'і' or 'н' or 'т' or 'с' or 'р' or 'в');
        var capitalsInside = text.Zip(text.Skip(1)).Count(pair => char.IsLower(pair.First) && char.IsUpper(pair.Second));
        if (letters * 10 < high * 8 || frequent * 10 < letters * 4 || capitalsInside * 10 > letters) throw new DocumentException("is in an unknown encoding; save it as UTF-8");
        return text;
    }

    private static string Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (ArgumentException fault)
        {
            throw new DocumentException($"says it is {encoding.WebName} and is not; save it as UTF-8", fault);
        }
    }
}
