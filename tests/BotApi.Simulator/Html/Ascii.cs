namespace BotApi.Simulator;

/// <summary>TDLib's character classes: only ASCII counts, and a zero byte is white space.</summary>
internal static class Ascii
{
    public static bool IsSpace(int c) => c is ' ' or '\t' or '\r' or '\n' or '\0' or '\v';

    public static bool IsLetter(int c) => (c | 0x20) is >= 'a' and <= 'z';

    public static bool IsDigit(int c) => c is >= '0' and <= '9';

    public static bool IsLetterOrDigit(int c) => IsLetter(c) || IsDigit(c);

    public static bool IsHexDigit(int c) => IsDigit(c) || (c | 0x20) is >= 'a' and <= 'f';

    public static int HexValue(int c) => IsDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    public static byte[] Lower(ReadOnlySpan<byte> bytes)
    {
        var lower = bytes.ToArray();
        foreach (ref var b in lower.AsSpan())
        {
            b = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
        }

        return lower;
    }

    public static string Lower(string text)
        => string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
            }
        });
}
