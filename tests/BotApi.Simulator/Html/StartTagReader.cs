namespace BotApi.Simulator;

/// <summary>Reads a tag from <c>&lt;</c> to <c>&gt;</c>, attributes included.</summary>
internal sealed class StartTagReader(HtmlSource source)
{
    private static readonly HashSet<string> Known =
    [
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span",
        "pre", "code", "blockquote",
    ];

    private readonly int start = source.Position;
    private string argument = "";
    private int unixTime;

    /// <summary>Leaves the source at the closing bracket.</summary>
    public StartTag Read()
    {
        var name = ReadName();
        while (source.Current != '>')
        {
            source.SkipSpaces();
            if (source.Current != '>')
            {
                ReadAttribute(name);
            }
        }

        return name == "span" && argument != "spoiler"
            ? throw HtmlSource.Error($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {start}")
            : new StartTag(name, argument, unixTime);
    }

    private string ReadName()
    {
        source.Position++;
        while (!Ascii.IsSpace(source.Current) && source.Current != '>')
        {
            source.Position++;
        }

        if (source.Current == 0)
        {
            throw HtmlSource.Error($"Unclosed start tag at byte offset {start}");
        }

        var name = source.LowerCase(start + 1, source.Position);
        return Known.Contains(name)
            ? name
            : throw HtmlSource.Error($"Unsupported start tag \"{name}\" at byte offset {start}");
    }

    private void ReadAttribute(string tag)
    {
        var attribute = ReadAttributeName(tag);
        source.SkipSpaces();
        if (source.Current != '=')
        {
            ThrowIfUnclosed(tag);
            argument = (tag, attribute) == ("blockquote", "expandable") ? "1" : argument;
            return;
        }

        source.Position++;
        source.SkipSpaces();
        ThrowIfUnclosed(tag);
        var value = AttributeValue.Read(source);
        if (source.Current == 0)
        {
            throw HtmlSource.Error($"Unclosed start tag at byte offset {start}");
        }

        Keep(tag, attribute, value);
    }

    private string ReadAttributeName(string tag)
    {
        var nameStart = source.Position;
        while (!Ascii.IsSpace(source.Current) && source.Current is not ((byte)'=' or (byte)'>' or (byte)'/' or (byte)'"' or (byte)'\''))
        {
            source.Position++;
        }

        return source.Position > nameStart
            ? source.Slice(nameStart, source.Position)
            : throw HtmlSource.Error($"Empty attribute name in the tag \"{tag}\" at byte offset {start}");
    }

    private void ThrowIfUnclosed(string tag)
    {
        if (source.Current == 0)
        {
            throw HtmlSource.Error($"Unclosed start tag \"{tag}\" at byte offset {start}");
        }
    }

    private void Keep(string tag, string attribute, string value)
    {
        switch (tag, attribute)
        {
            case ("a", "href") or ("tg-emoji", "emoji-id") or ("tg-time", "format"):
                argument = value;
                break;
            case ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal):
                argument = value["language-".Length..];
                break;
            case ("span", "class") when value.StartsWith("tg-", StringComparison.Ordinal):
                argument = value["tg-".Length..];
                break;
            case ("blockquote", "expandable"):
                argument = "1";
                break;
            case ("tg-time", "unix"):
                unixTime = LenientInteger.ToInt32(value);
                break;
        }
    }
}
