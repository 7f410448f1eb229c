using System.Text;

namespace BotApi.Simulator;

/// <summary>The text of a call, in the two steps in which Telegram checks it.</summary>
internal sealed class OutgoingText
{
    private const int MaxBytes = 1 << 15;
    private readonly ParsedText parsed;

    private OutgoingText(string html, ParsedText parsed)
    {
        Html = html;
        this.parsed = parsed;
    }

    /// <summary>The text as sent.</summary>
    public string Html { get; }

    /// <summary>The first step: markup. It comes before anything about the chat.</summary>
    public static OutgoingText Read(CallParameters parameters, ITextParser parser)
    {
        var text = parameters.Text("text");
        if (text.Length == 0)
        {
            throw ApiException.BadRequest("Message text is empty");
        }

        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            throw ApiException.BadRequest("Text is too long");
        }

        return new OutgoingText(text, Ascii.Lower(parameters.Text("parse_mode")) switch
        {
            "" or "none" => new ParsedText(text, EntityReader.Read(parameters)),
            "html" => parser.Parse(text),

            // Markdown exists in Telegram, but not here.
            _ => throw ApiException.BadRequest("Unsupported parse_mode"),
        });
    }

    /// <summary>The second step: cleaning and trimming. Mentions of strangers become plain text.</summary>
    public ParsedText Finish(ChatDirectory chats)
    {
        var known = parsed.Entities.Where(entity => entity.UserId is not { } id || chats.FindPrivate(id) is not null);
        return FinishedText.From(parsed with { Entities = [.. known] });
    }

    /// <summary>The second step where a text may also show nothing.</summary>
    public ParsedText FinishOrEmpty(ChatDirectory chats) => BlankText.IsBlank(parsed.Text) ? new ParsedText("", []) : Finish(chats);
}
