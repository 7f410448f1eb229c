using Bot.Attribution;
using Bot.Composition;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Citations;

/// <summary>The speaker is named in the passage the statement comes from, in whatever form the source gives the name.</summary>
internal sealed class SpeakerStandsInTheSource(Readings readings) : ICitationRule
{
    public string? Fault(DraftStatement statement, IReadOnlyList<Passage> passages)
    {
        if (statement.Speaker is not { } speaker) return null;
        var named = statement.Citations.Any(citation => passages.FirstOrDefault(passage => passage.Document.Id == citation.Document) is { } passage && IsNamed(speaker, passage.Document, citation));
        return named ? null : $"'{speaker.Name}' is not named where it is cited";
    }

    private bool IsNamed(Speaker speaker, Document document, Citation citation)
    {
        var span = new TextSpan(citation.Start, citation.End);
        var read = readings.Of(document);
        return document.SentencesIn(span).Any(cited => read.Any(near => near.Sentence.Block == cited.Block && near.Sentence.Index <= cited.Index + 1 && near.Names.Any(name => name.Speaker.Key == speaker.Key)));
    }
}
