namespace BotApi.Simulator;

/// <summary>Writes any code as UTF-8, even half a surrogate pair, which the framework's encoder would replace.</summary>
internal static class Utf8Encoding
{
    /// <summary>Gives the number of bytes written.</summary>
    public static int Write(uint code, Span<byte> target)
    {
        if (code <= 0x7F)
        {
            target[0] = (byte)code;
            return 1;
        }

        var length = code <= 0x7FF ? 2 : code <= 0xFFFF ? 3 : 4;
        for (var i = length - 1; i > 0; i--)
        {
            target[i] = (byte)(0x80 | (code & 0x3F));
            code >>= 6;
        }

        target[0] = (byte)((0xF00u >> length) | code);
        return length;
    }
}
