namespace BotApi.Simulator;

/// <summary>Text as people's clients send it.</summary>
internal static class ClientText
{
    /// <summary>Clients trim as the server does, and send nothing that is empty or too long.</summary>
    /// <exception cref="ArgumentException">A client would not send this.</exception>
    public static ParsedText Type(string text, int limit)
    {
        try
        {
            var finished = FinishedText.From(new ParsedText(text, []));
            return finished.Text.Length <= limit
                ? finished
                : throw new ArgumentException($"A client sends at most {limit} characters at once.", nameof(text));
        }
        catch (TextParseException error)
        {
            throw new ArgumentException(error.Message, nameof(text), error);
        }
    }
}
