using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Citations;

public enum AnswerStatus
{
    Answered,

    /// <summary>The sources do not say.</summary>
    NotInSources,

    /// <summary>The policy forbids an answer.</summary>
    Declined,

    /// <summary>A greeting, thanks, or nothing that could be looked up.</summary>
    NotAQuestion,
}

/// <summary>How statuses are written in JSON, cases and the policy.</summary>
internal static class AnswerStatusNames
{
    private static readonly (AnswerStatus Status, string Name)[] Names =
        [(AnswerStatus.Answered, "answered"), (AnswerStatus.NotInSources, "notInSources"), (AnswerStatus.Declined, "declined"), (AnswerStatus.NotAQuestion, "notAQuestion")];

    public static string Name(this AnswerStatus status) => Names.First(pair => pair.Status == status).Name;

    /// <exception cref="YamlFileException">The text is none of the <paramref name="allowed"/> statuses.</exception>
    public static AnswerStatus Read(YamlFile yaml, params ReadOnlySpan<AnswerStatus> allowed)
    {
        foreach (var status in allowed)
        {
            if (status.Name() == yaml.Text) return status;
        }
        throw yaml.Fault($"status is '{yaml.Text}'; one of {string.Join(", ", allowed.ToArray().Select(Name))} is expected");
    }
}

/// <summary>What may be shown: only statements that passed the checker. Plain data, so that it can be stored and read again.</summary>
/// <param name="Evidence">How well the sources cover what was asked, in [0, 1]; 0 where nothing was looked up.</param>
/// <param name="Statements">In rank order; empty unless answered.</param>
/// <param name="Positions">Empty unless speakers disagree.</param>
/// <param name="Nearest">What the sources do say nearby, where they do not say what was asked.</param>
/// <param name="Notice">The key of the bot's own text that is the answer, where no source is.</param>
public sealed record CheckedAnswer(
    string Question,
    Language Language,
    AnswerStatus Status,
    double Evidence,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Position> Positions,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Citation> Nearest,
    string? Notice,
    double ElapsedMilliseconds)
{
    public static CheckedAnswer WithoutSources(string question, Language language, AnswerStatus status, string notice) =>
        new(question, language, status, 0, [], [], [], [], [], notice, 0);

    /// <summary>The model that composed it, and by which prompt; null where it is verbatim sentences.</summary>
    public ModelRun? ByModel { get; init; }

    /// <summary>Why the model that is configured did not compose it; null where it did, or none is.</summary>
    public string? NotByModel { get; init; }

    /// <summary>What a composer proposed besides, and why it is not shown: for moderators.</summary>
    public IReadOnlyList<DroppedStatement> Dropped { get; init; } = [];

    /// <summary>When the newest of the cited sources was published; null where none says.</summary>
    public DateOnly? AsOf => Sources.Where(source => Citations.Any(citation => citation.Document == source.Document)).Max(source => source.Published);

    /// <summary>Whether people are asked what they think of it.</summary>
    [JsonIgnore]
    public bool TakesVotes => Status is AnswerStatus.Answered or AnswerStatus.NotInSources;

    /// <summary>As it is stored.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, CheckedAnswerJsonContext.Default.CheckedAnswer);

    /// <summary>Null where what is stored is damaged.</summary>
    internal static CheckedAnswer? TryFromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CheckedAnswerJsonContext.Default.CheckedAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Source SourceOf(Citation citation) => Sources.First(source => source.Document == citation.Document);
}

/// <param name="Model">As the endpoint names it.</param>
/// <param name="Prompt">The hash of the prompt's file.</param>
public sealed record ModelRun(string Model, string Prompt);

/// <param name="Fault">What is wrong with it, in words.</param>
public sealed record DroppedStatement(string Text, string Fault);

/// <param name="Citations">Indexes into the answer's citations; never empty.</param>
/// <param name="Speaker">Whose claim it reports: the lexicon's English name, else as the source writes it, else null.</param>
public sealed record Statement(string Text, string? Speaker, IReadOnlyList<int> Citations);

/// <param name="Statements">Indexes into the answer's statements.</param>
public sealed record Position(string Speaker, IReadOnlyList<int> Statements);

/// <param name="Number">As it stands in brackets behind a statement, from 1.</param>
/// <param name="IsOnTrial">It is tried out by whoever asks, and is not among the saved documents.</param>
public sealed record Source(int Number, string Document, string Title, string? Publisher, DateOnly? Published, string? Covers, string? CoversBy, string? Url, bool IsOnTrial = false)
{
    internal static Source Of(int number, Document document) => new(
        number, document.Id, document.Title, document.Metadata.Publisher, document.Metadata.Published,
        document.Metadata.Covers, document.Metadata.CoversBy, document.Metadata.Url?.AbsoluteUri, document.Metadata.IsOnTrial);
}

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CheckedAnswer))]
internal sealed partial class CheckedAnswerJsonContext : JsonSerializerContext;
