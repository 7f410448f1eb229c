using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>What a document says anywhere, as terms.</summary>
/// <param name="All">Of its text and title.</param>
/// <param name="Title">Of its title alone.</param>
internal sealed record DocumentTerms(IReadOnlySet<string> All, IReadOnlySet<string> Title)
{
    public static DocumentTerms Of(Document document, IReadOnlyList<ReadSentence> sentences, TextAnalyzer analyzer)
    {
        var title = analyzer.Analyze(document.Title, document.Language).SelectMany(unit => unit.IndexTerms).ToHashSet();
        return new DocumentTerms(sentences.SelectMany(sentence => sentence.Units).SelectMany(unit => unit.IndexTerms).Concat(title).ToHashSet(), title);
    }
}
