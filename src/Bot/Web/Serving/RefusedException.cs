namespace Bot.Web.Serving;

/// <summary>A request that cannot be met, with the words that say why.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="words">The key of the bot's own text.</param>
/// <param name="values">What stands in the text's {placeholders}.</param>
internal sealed class RefusedException(int status, string words, params (string Name, string Value)[] values) : Exception
{
    public int Status => status;

    public string Words => words;

    public IReadOnlyList<(string Name, string Value)> Values => values;
}
