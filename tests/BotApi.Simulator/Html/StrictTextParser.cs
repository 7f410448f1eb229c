using System.Text;

namespace BotApi.Simulator;

/// <summary>Parses Telegram's HTML as TDLib does: the same texts accepted, the same entities, the same words of refusal.</summary>
public sealed class StrictTextParser : ITextParser
{
    private const int MaxCharacters = 65536;

    /// <inheritdoc />
    public ParsedText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxCharacters && text.EnumerateRunes().Count() > MaxCharacters)
        {
            throw HtmlSource.Error("Text is too long");
        }

        return new HtmlReader(HtmlSource.From(text)).Read();
    }
}
