namespace BotApi.Simulator;

/// <summary>Cuts spaces and line breaks off both ends, and the entities with them.</summary>
internal static class TextTrimmer
{
    private static readonly char[] Whitespace = [' ', '\n'];

    /// <summary>Telegram keeps spaces in front when an entity begins with them, but never those at the end.</summary>
    public static ParsedText Trim(ParsedText parsed)
    {
        var end = parsed.Text.TrimEnd(Whitespace).Length;
        var entities = EntityOrder.Sorted(parsed.Entities
            .Where(entity => entity.Offset < end)
            .Select(entity => entity.End > end ? entity with { Length = end - entity.Offset } : entity));

        var begin = end - parsed.Text.AsSpan(0, end).TrimStart(Whitespace).Length;
        begin = entities.Count == 0 ? begin : Math.Min(begin, entities[0].Offset);
        return new ParsedText(
            parsed.Text[begin..end],
            entities.ConvertAll(entity => entity with { Offset = entity.Offset - begin }));
    }
}
