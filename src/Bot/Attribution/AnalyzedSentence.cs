using System.Buffers;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>A sentence with its units, names and quotations, before it is known who speaks in it.</summary>
/// <param name="Text">The whole document's text, which all spans count in.</param>
internal sealed record AnalyzedSentence(string Text, Sentence Sentence, IReadOnlyList<Unit> Units, IReadOnlyList<NamedSpeaker> Names, IReadOnlyList<TextSpan> Quotations)
{
    private static readonly SearchValues<char> PausesBefore = SearchValues.Create(",—–»”\"");
    private static readonly SearchValues<char> PausesBehind = SearchValues.Create(",;:—“«\"");

    /// <summary>The names that are not part of what is quoted.</summary>
    public IReadOnlyList<NamedSpeaker> NamesOutside { get; } = [.. Names.Where(name => !Quotations.Any(quotation => quotation.Contains(Units[name.First].Span)))];

    public bool IsQuoted(int at) => Quotations.Any(quotation => quotation.Contains(Units[at].Span));

    /// <summary>A quotation, a comma or a dash right before the unit: "“…,” said Peskov", «…, повідомив Орленко». True for the first.</summary>
    public bool FollowsPause(int at) => at == 0 || Between(at - 1, at).ContainsAny(PausesBefore);

    public bool PausesAfter(int at) => Between(at, at + 1).ContainsAny(PausesBehind);

    /// <summary>What stands between two units.</summary>
    public ReadOnlySpan<char> Between(int left, int right) => Text.AsSpan(Units[left].Span.End, Units[right].Span.Start - Units[left].Span.End);
}
