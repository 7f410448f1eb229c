using System.Text;

namespace BotApi.Simulator;

/// <summary>Reads what stands after an attribute's equals sign.</summary>
internal static class AttributeValue
{
    public static string Read(HtmlSource source)
        => source.Current is (byte)'\'' or (byte)'"' ? ReadQuoted(source) : ReadToken(source);

    /// <summary>Letters, digits, periods and hyphens, in lower case.</summary>
    private static string ReadToken(HtmlSource source)
    {
        var start = source.Position;
        while (Ascii.IsLetterOrDigit(source.Current) || source.Current is (byte)'.' or (byte)'-')
        {
            source.Position++;
        }

        return Ascii.IsSpace(source.Current) || source.Current == '>'
            ? source.LowerCase(start, source.Position)
            : throw HtmlSource.Error($"Unexpected end of name token at byte offset {start}");
    }

    private static string ReadQuoted(HtmlSource source)
    {
        var quote = source.Current;
        source.Position++;
        var value = new PlainTextBuilder(source.Length - source.Position + 1);
        while (source.Current != quote && source.Current != 0)
        {
            var code = source.Current == '&' ? CharacterReference.TryRead(source) : 0;
            if (code != 0)
            {
                value.AddCode(code);
                continue;
            }

            value.AddByte(source.Current);
            source.Position++;
        }

        if (source.Current == quote)
        {
            source.Position++;
        }

        return value.TextFrom(0);
    }
}
