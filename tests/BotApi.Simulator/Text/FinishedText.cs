namespace BotApi.Simulator;

/// <summary>What Telegram does to every text after the markup is parsed.</summary>
internal static class FinishedText
{
    /// <summary>The text as it is stored and delivered.</summary>
    /// <exception cref="TextParseException">Nothing visible is left, or an entity lies outside the text.</exception>
    public static ParsedText From(ParsedText parsed)
    {
        var fixedEntities = EntityFixer.Fix(parsed.Entities.Where(entity => entity.Length > 0));
        var cleaned = TextCleaner.Clean(parsed with { Entities = fixedEntities });
        var entities = EntityFixer.Fix(cleaned.Entities.Where(entity => entity.Length > 0));
        var trimmed = TextTrimmer.Trim(cleaned with { Entities = entities });
        if (BlankText.IsBlank(trimmed.Text))
        {
            throw new TextParseException("text must be non-empty");
        }

        return trimmed with { Entities = EntityFixer.Add([.. trimmed.Entities], FoundEntities.In(trimmed.Text)) };
    }
}
