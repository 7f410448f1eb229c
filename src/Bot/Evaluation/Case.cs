using Bot.Citations;
using Bot.Corpus;
using Bot.Evidence;
using Bot.Linguistics;

namespace Bot.Evaluation;

/// <summary>A question with what its answer must and must not do.</summary>
/// <param name="Documents">Stand for a corpus of just these; null means the configured corpus.</param>
internal sealed record Case(string Id, string Question, Language? Language, IReadOnlyList<Document>? Documents, Expectation Expect);

/// <param name="Quotes">At least one must lie in a citation.</param>
/// <param name="Speakers">All must be speakers of statements.</param>
/// <param name="Positions">At least two must stand side by side.</param>
/// <param name="MustNotSay">None may stand in what is shown.</param>
internal sealed record Expectation(AnswerStatus Status, IReadOnlyList<string> Quotes, IReadOnlyList<string> Speakers, bool Positions, IReadOnlyList<string> MustNotSay)
{
    /// <summary>What the answer does not do as expected; empty where it holds.</summary>
    public IReadOnlyList<string> Failures(CheckedAnswer answer)
    {
        var failures = new List<string>();
        if (answer.Status != Status) failures.Add($"status is {answer.Status}, expected {Status}");
        if (Quotes.Count > 0 && !Quotes.Any(quote => answer.Citations.Any(citation => Holds(citation.Quote, quote)))) failures.Add($"no citation holds {string.Join(" or ", Quotes.Select(quote => $"“{quote}”"))}");
        foreach (var speaker in Speakers.Where(speaker => !answer.Statements.Any(statement => IsSame(statement.Speaker, speaker)))) failures.Add($"{speaker} does not speak");
        if (Positions && answer.Positions.Count < 2) failures.Add("no two positions stand side by side");
        foreach (var words in MustNotSay.Where(words => answer.Statements.Any(statement => Holds(statement.Text, words)) || answer.Citations.Any(citation => Holds(citation.Quote, words)))) failures.Add($"it says “{words}”");
        return failures;
    }

    /// <summary>The rank, from 1, of the first sentence that holds an expected quote; null where none does.</summary>
    public int? RankOfQuote(IReadOnlyList<WeighedSentence> ranked) =>
        ranked.Index().Where(pair => Quotes.Any(quote => Holds(pair.Item.Read.Sentence.Text, quote))).Select(pair => (int?)pair.Index + 1).FirstOrDefault();

    private static bool Holds(string text, string quote) => text.Contains(quote, StringComparison.Ordinal);

    /// <summary>A source may give a speaker's surname alone.</summary>
    private static bool IsSame(string? speaker, string expected) =>
        speaker is not null && (speaker.Equals(expected, StringComparison.OrdinalIgnoreCase) || expected.EndsWith(" " + speaker, StringComparison.OrdinalIgnoreCase) || speaker.EndsWith(" " + expected, StringComparison.OrdinalIgnoreCase));
}
