namespace BotApi.Simulator;

/// <summary>Walks through the text once, from tag to tag.</summary>
internal sealed class HtmlReader(HtmlSource source)
{
    private readonly PlainTextBuilder plain = new(source.Length);
    private readonly Stack<StartTag> open = new();
    private readonly TagEntities entities = new();

    public ParsedText Read()
    {
        while (!source.AtEnd)
        {
            ReadNext();
        }

        if (open.TryPeek(out var unclosed))
        {
            throw HtmlSource.Error($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        }

        var found = entities.Finish();
        return new ParsedText(plain.Finish(), found);
    }

    private void ReadNext()
    {
        var code = source.Current == '&' ? CharacterReference.TryRead(source) : 0;
        if (code != 0)
        {
            plain.AddCode(code);
        }
        else if (source.Current != '<')
        {
            plain.AddByte(source.Current);
            source.Position++;
        }
        else if (source.At(source.Position + 1) == '/')
        {
            Close();
            source.Position++;
        }
        else
        {
            var tag = new StartTagReader(source).Read();
            open.Push(tag with { Offset = plain.Utf16Length, TextStart = plain.Length });
            source.Position++;
        }
    }

    private void Close()
    {
        var start = source.Position;
        if (!open.TryPop(out var tag))
        {
            throw HtmlSource.Error($"Unexpected end tag at byte offset {start}");
        }

        source.Position += 2;
        while (!Ascii.IsSpace(source.Current) && source.Current != '>')
        {
            source.Position++;
        }

        var name = source.LowerCase(start + 2, source.Position);
        source.SkipSpaces();
        if (source.Current != '>')
        {
            throw HtmlSource.Error($"Unclosed end tag at byte offset {start}");
        }

        // TDLib lets "</>" close any tag.
        if (name.Length > 0 && name != tag.Name)
        {
            throw HtmlSource.Error(
                $"Unmatched end tag at byte offset {start}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        }

        if (plain.Utf16Length > tag.Offset)
        {
            entities.Add(tag, plain.Utf16Length - tag.Offset, plain.TextFrom(tag.TextStart));
        }
    }
}
