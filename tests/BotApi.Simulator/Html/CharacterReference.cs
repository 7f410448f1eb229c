namespace BotApi.Simulator;

/// <summary>Reads <c>&amp;lt;</c> and its like.</summary>
internal static class CharacterReference
{
    private const int LongestNumber = 10;

    /// <summary>
    /// Reads the reference at the current ampersand and moves behind it. Gives zero, without moving, when it is none:
    /// then the ampersand is plain text.
    /// </summary>
    public static uint TryRead(HtmlSource source)
    {
        var start = source.Position;
        var end = start + 1;
        var code = source.At(end) == '#' ? ReadNumber(source, start, ref end) : ReadName(source, ref end);
        if (code != 0)
        {
            source.Position = source.At(end) == ';' ? end + 1 : end;
        }

        return code;
    }

    private static uint ReadNumber(HtmlSource source, int start, ref int end)
    {
        uint code = 0;
        end++;
        if (source.At(end) == 'x')
        {
            end++;
            while (Ascii.IsHexDigit(source.At(end)))
            {
                code = unchecked((code * 16) + (uint)Ascii.HexValue(source.At(end++)));
            }
        }
        else
        {
            while (Ascii.IsDigit(source.At(end)))
            {
                code = unchecked((code * 10) + (uint)(source.At(end++) - '0'));
            }
        }

        return code >= 0x10ffff || end - start >= LongestNumber ? 0 : code;
    }

    private static uint ReadName(HtmlSource source, ref int end)
    {
        var start = end;
        while (Ascii.IsLetter(source.At(end)))
        {
            end++;
        }

        return source.Slice(start, end) switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => 0,
        };
    }
}
