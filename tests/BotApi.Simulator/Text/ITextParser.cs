namespace BotApi.Simulator;

/// <summary>Turns a text in Telegram's HTML into plain text with entities.</summary>
public interface ITextParser
{
    /// <summary>Parses the text as `parse_mode=HTML` does, before any trimming.</summary>
    /// <exception cref="TextParseException">Telegram would refuse the text.</exception>
    ParsedText Parse(string text);
}
