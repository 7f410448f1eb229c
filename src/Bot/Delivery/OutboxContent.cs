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

    /// <summary>Null where the row is damaged, or of a kind that this version does not know.</summary>
    public static OutboxContent? TryFromJson(string json)
    {
        try
        {
            return FromJson(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public abstract string Html(Texts texts);

    /// <param name="id">The row's, for buttons that speak of it.</param>
    public virtual IReadOnlyList<MessageButton> Buttons(long id) => [];

    /// <summary>Whether it stays on record once sent, so that it can be corrected; the bot's own words do not.</summary>
    [JsonIgnore]
    public virtual bool IsKept => false;
}

internal sealed record CheckedAnswerContent(CheckedAnswer Answer) : OutboxContent
{
    public const string UpVote = "vote:up:";
    public const string DownVote = "vote:down:";

    public override string Html(Texts texts) => AnswerHtml.Render(Answer, texts);

    public override IReadOnlyList<MessageButton> Buttons(long id) =>
        Answer.TakesVotes ? [new("👍", $"{UpVote}{id}"), new("👎", $"{DownVote}{id}")] : [];

    [JsonIgnore]
    public override bool IsKept => true;
}

/// <param name="Key">Which of the texts in prompts/texts.*.yaml.</param>
/// <param name="Lines">What stands below them, one a line: the documents of /sources.</param>
/// <param name="LanguageChoice">With a button for each language.</param>
internal sealed record OwnWordsContent(string Key, Language Language, IReadOnlyList<string> Lines, bool LanguageChoice = false) : OutboxContent
{
    /// <summary>What stands in the text's {placeholders}.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    public static OwnWordsContent Of(string key, Language language, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = new Dictionary<string, string>();
        foreach (var (name, value) in values) filled[name] = value;
        return new OwnWordsContent(key, language, []) { Values = filled.Count == 0 ? null : filled };
    }

    public override string Html(Texts texts)
    {
        var words = texts.Fill(Key, Language, [.. (Values ?? new Dictionary<string, string>()).Select(pair => (pair.Key, pair.Value))]);
        return AnswerHtml.Escape(string.Join('\n', [words, .. Lines]));
    }

    public override IReadOnlyList<MessageButton> Buttons(long id) => LanguageChoice ? LanguageButtons : [];

    private static readonly MessageButton[] LanguageButtons =
        [.. Enum.GetValues<Language>().Select(language => new MessageButton(language.OwnName(), $"language:{language.Code()}"))];
}

[JsonSerializable(typeof(OutboxContent))]
internal sealed partial class OutboxJsonContext : JsonSerializerContext;
