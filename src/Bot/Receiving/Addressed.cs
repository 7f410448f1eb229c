using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>What of a message is meant for the bot.</summary>
internal abstract record Addressed
{
    private const string Ask = "ask";

    /// <summary>Null where it is not meant for the bot.</summary>
    /// <param name="botName">The bot's user name.</param>
    public static Addressed? In(IncomingMessage message, long botId, string botName)
    {
        if (message.Text is not { } text) return !message.IsEdited && (message.IsPrivate || message.ReplyTo?.From == botId) ? new UnreadableSent() : null;
        if (CommandIn(text) is var (name, to, argument))
        {
            if (!message.IsPrivate && to is not null && !to.Equals(botName, StringComparison.OrdinalIgnoreCase)) return null;
            if (name == Ask) return Asked(argument, message, botId);
            // In a group, a command that names no bot may be another one's.
            return message.IsPrivate || to is not null || Commands.IsKnown(name) ? new CommandGiven(name, argument) : null;
        }
        if (message.IsPrivate) return new QuestionAsked(text);
        if (WithoutMention(text, botName) is { } rest) return Asked(rest, message, botId);
        return message.ReplyTo?.From == botId ? new QuestionAsked(text) : null;
    }

    /// <summary>With no words of its own, the message that it answers is the question.</summary>
    private static Addressed Asked(string text, IncomingMessage message, long botId) => text switch
    {
        { Length: > 0 } => new QuestionAsked(text),
        _ when message.ReplyTo is { Text: { Length: > 0 } other } replied && replied.From != botId => new QuestionAsked(other),
        _ => new NothingAsked(),
    };

    /// <summary>"/name@bot argument": the name in lower case, whom it is for, and the rest.</summary>
    private static (string Name, string? To, string Argument)? CommandIn(string text)
    {
        if (text.Length < 2 || text[0] != '/') return null;
        var end = text.AsSpan().IndexOfAny(" \n\t\r");
        var word = end < 0 ? text[1..] : text[1..end];
        var at = word.IndexOf('@');
        return ((at < 0 ? word : word[..at]).ToLowerInvariant(), at < 0 ? null : word[(at + 1)..], end < 0 ? "" : text[end..].Trim());
    }

    private static string? WithoutMention(string text, string botName)
    {
        var mention = "@" + botName;
        for (var at = text.IndexOf(mention, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(mention, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + mention.Length;
            if ((at == 0 || !IsOfName(text[at - 1])) && (end == text.Length || !IsOfName(text[end]))) return (text[..at] + text[end..]).Trim(' ', '\n', '\t', ',', ':');
        }
        return null;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '@';
}

/// <param name="Name">In lower case, without the slash.</param>
internal sealed record CommandGiven(string Name, string Argument) : Addressed;

internal sealed record QuestionAsked(string Text) : Addressed;

/// <summary>The bot was called, and nothing asked.</summary>
internal sealed record NothingAsked : Addressed;

/// <summary>A sticker, a voice message: nothing to be read.</summary>
internal sealed record UnreadableSent : Addressed;
