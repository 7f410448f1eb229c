using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Citations;
using Bot.Conversations;
using Bot.Linguistics;
using Bot.Telegram;

namespace Bot.Delivery;

/// <summary>What may be sent: an answer that passed the checker, or the bot's own words. There is no way to send a draft.</summary>
[JsonDerivedType(typeof(CheckedAnswerContent), "answer")]
[JsonDerivedType(typeof(OwnWordsContent), "words")]
internal abstract record OutboxContent
{
    public string ToJson() => JsonSerializer.Serialize(this, OutboxJsonContext.Default.OutboxContent);

    public static OutboxContent FromJson(string json) => JsonSerializer.Deserialize(json, OutboxJsonContext.Default.OutboxContent)!;

    public abstract string Html(Texts texts);

    public virtual IReadOnlyList<MessageButton> Buttons => [];
}

internal sealed record CheckedAnswerContent(CheckedAnswer Answer) : OutboxContent
{
    public override string Html(Texts texts) => AnswerHtml.Render(Answer, texts);
}

/// <param name="Key">Which of the texts in prompts/texts.*.yaml.</param>
/// <param name="Lines">What stands below them, one a line: the documents of /sources.</param>
/// <param name="LanguageChoice">With a button for each language.</param>
internal sealed record OwnWordsContent(string Key, Language Language, IReadOnlyList<string> Lines, bool LanguageChoice = false) : OutboxContent
{
    public override string Html(Texts texts) => AnswerHtml.Escape(string.Join('\n', [texts[Key, Language], .. Lines]));

    public override IReadOnlyList<MessageButton> Buttons => LanguageChoice ? LanguageButtons : [];

    private static readonly MessageButton[] LanguageButtons =
        [new("English", "language:en"), new("Українська", "language:uk"), new("Русский", "language:ru")];
}

[JsonSerializable(typeof(OutboxContent))]
internal sealed partial class OutboxJsonContext : JsonSerializerContext;
