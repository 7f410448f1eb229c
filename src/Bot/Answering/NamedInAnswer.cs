using Bot.Citations;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>Whom an answer names, for the "he" of the next question: those the question did not name come first.</summary>
internal static class NamedInAnswer
{
    /// <returns>Ids of the lexicon's persons and institutions.</returns>
    public static IReadOnlyList<string> Of(CheckedAnswer answer, TextAnalyzer analyzer)
    {
        var asked = Ids(answer.Question, answer.Language).ToHashSet();
        var said = answer.Statements.SelectMany(statement => Ids(statement.Text, answer.Language)).Distinct();
        return [.. said.OrderBy(asked.Contains)];

        IEnumerable<string> Ids(string text, Linguistics.Language language) =>
            analyzer.Analyze(text, language).Where(unit => unit is { IsAdjective: false, Entity.Kind: EntityKind.Person or EntityKind.Institution }).Select(unit => unit.Entity!.Id);
    }
}
