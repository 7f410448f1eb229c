namespace BotApi.Simulator;

/// <summary>Makes entities of closed tags, in the order the tags close.</summary>
internal sealed class TagEntities
{
    private readonly List<TextEntity> entities = [];

    public void Add(StartTag tag, int length, string text)
    {
        switch (tag.Name)
        {
            case "a":
                AddLink(tag, length, tag.Argument.Length > 0 ? tag.Argument : text);
                break;
            case "pre":
                AddPre(tag, length);
                break;
            case "code":
                AddCode(tag, length);
                break;
            case "tg-emoji":
                AddEmoji(tag, length);
                break;
            case "tg-time":
                AddTime(tag, length);
                break;
            default:
                entities.Add(new TextEntity(PlainType(tag), tag.Offset, length));
                break;
        }
    }

    public List<TextEntity> Finish()
    {
        var finished = entities.ConvertAll(e => e.Type == EntityTypes.Code ? e with { Language = null } : e);
        return EntityOrder.Sorted(finished);
    }

    private static string PlainType(StartTag tag) => tag.Name switch
    {
        "b" or "strong" => EntityTypes.Bold,
        "i" or "em" => EntityTypes.Italic,
        "u" or "ins" => EntityTypes.Underline,
        "s" or "strike" or "del" => EntityTypes.Strikethrough,
        "blockquote" when tag.Argument.Length > 0 => EntityTypes.ExpandableBlockquote,
        "blockquote" => EntityTypes.Blockquote,
        _ => EntityTypes.Spoiler,
    };

    private void AddLink(StartTag tag, int length, string url)
    {
        if (UserLink.TryGetUserId(url, out var userId))
        {
            entities.Add(new TextEntity(EntityTypes.TextMention, tag.Offset, length) { UserId = userId });
        }
        else if (LinkChecker.TryCheck(url, out var link, out _))
        {
            entities.Add(new TextEntity(EntityTypes.TextLink, tag.Offset, length) { Url = link });
        }
    }

    private void AddPre(StartTag tag, int length)
    {
        if (LastCovers(tag, length, EntityTypes.Code) && entities[^1].Language is not null)
        {
            entities[^1] = entities[^1] with { Type = EntityTypes.Pre };
            return;
        }

        entities.Add(new TextEntity(EntityTypes.Pre, tag.Offset, length));
    }

    private void AddCode(StartTag tag, int length)
    {
        var language = tag.Argument.Length > 0 ? tag.Argument : null;
        if (language is not null && LastCovers(tag, length, EntityTypes.Pre) && entities[^1].Language is null)
        {
            entities[^1] = entities[^1] with { Language = language };
            return;
        }

        entities.Add(new TextEntity(EntityTypes.Code, tag.Offset, length) { Language = language });
    }

    private bool LastCovers(StartTag tag, int length, string type)
        => entities.Count > 0 && entities[^1].Type == type
           && entities[^1].Offset == tag.Offset && entities[^1].Length == length;

    private void AddEmoji(StartTag tag, int length)
    {
        if (!LenientInteger.TryExact(tag.Argument, out var id) || id == 0)
        {
            throw HtmlSource.Error("Invalid custom emoji identifier specified");
        }

        entities.Add(new TextEntity(EntityTypes.CustomEmoji, tag.Offset, length) { CustomEmojiId = tag.Argument });
    }

    private void AddTime(StartTag tag, int length)
    {
        var format = DateTimeFormats.Normalize(tag.Argument) ?? throw HtmlSource.Error("Invalid date format used");
        if (tag.UnixTime > 0)
        {
            entities.Add(new TextEntity(EntityTypes.DateTime, tag.Offset, length)
            {
                UnixTime = tag.UnixTime,
                DateTimeFormat = format,
            });
        }
    }
}
