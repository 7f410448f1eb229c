using System.Buffers;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>
/// Reads who says what, sentence by sentence through a document: by "according to", by verbs of saying with their subject
/// before or behind them, by what stands in quotation marks beside a name, and by a pronoun for the speaker before.
/// </summary>
internal sealed class ClaimReader(TextAnalyzer analyzer)
{
    private const int ReachOfSource = 8;
    private const int LongestTail = 4;
    private const int ShortestQuotation = 12;

    private static readonly SearchValues<char> PausesBeforeVerb = SearchValues.Create(",—–»”\"");
    private static readonly SearchValues<char> PausesBehindVerb = SearchValues.Create(",;:—“«\"");
    private static readonly string[] SubjectPronouns = ["he", "she", "they", "він", "вона", "вони", "он", "она", "они"];
    /// <summary>Taking a stand says something, as saying does.</summary>
    private static readonly string[] Stances =
        ["refuse", "reject", "oppose", "object", "condemn", "protest", "disagree", "rule-out", "veto", "agree", "accept", "approve", "support", "open-to", "no-problem-with", "welcome", "recognise", "favour"];

    private static readonly string[] Prepositions = ["of", "in", "on", "with", "to", "for", "by", "at", "from", "under", "between", "among", "against", "about", "without", "except", "along", "across", "behind", "as"];

    public IReadOnlyList<ReadSentence> Read(Document document)
    {
        var read = new List<ReadSentence>(document.Sentences.Count);
        var known = new Dictionary<string, Speaker>();
        var analyzed = document.Sentences.Select(analyzer.Analyze).ToList();
        var namesInside = analyzed.SelectMany(units => units.Skip(1)).Where(unit => unit.Kind is UnitKind.Name).Select(unit => unit.Term).ToHashSet();
        foreach (var (sentence, units) in document.Sentences.Zip(analyzed))
        {
            var quotations = Quotations.In(document.Text, sentence.Span);
            var names = NamedSpeakers.In(document.Text, units, namesInside).ConvertAll(name => Known(name, units, known));
            var speaker = sentence.IsHeading ? null : Announced(document.Text, sentence, names, units, read) ?? SpeakerOf(document.Text, units, names, quotations) ?? Continued(sentence, units, quotations, read);
            read.Add(new ReadSentence(sentence, units, quotations, names, speaker is null ? null : new Claim(speaker)));
        }
        return read;
    }

    /// <summary>"Lindqvist: We would need …", as interviews are printed: the name speaks to the end of its paragraph.</summary>
    private static Speaker? Announced(string text, Sentence sentence, List<NamedSpeaker> names, IReadOnlyList<Unit> units, List<ReadSentence> read)
    {
        if (names is [{ First: 0 } first, ..] && text.AsSpan(units[first.Last].Span.End).TrimStart().StartsWith(":")) return first.Speaker;
        return read is [.., var before] && before.Sentence.Block == sentence.Block && IsAnnounced(text, before) ? before.Claim?.Speaker : null;
    }

    private static bool IsAnnounced(string text, ReadSentence sentence) =>
        sentence is { Claim: { } claim, Names: [var first, ..] } && first.Speaker.Key == claim.Speaker.Key && text.AsSpan(sentence.Units[first.Last].Span.End).TrimStart().StartsWith(":");

    private static Speaker? SpeakerOf(string text, IReadOnlyList<Unit> units, List<NamedSpeaker> names, List<TextSpan> quotations)
    {
        var outside = names.Where(name => !quotations.Exists(quotation => quotation.Contains(units[name.First].Span))).ToList();
        for (var at = 0; at < units.Count; at++)
        {
            if (quotations.Exists(quotation => quotation.Contains(units[at].Span))) continue;
            if (units[at].IsOf("attribution") && Source(outside, at) is { } source) return source;
            if (!IsSaying(units[at])) continue;
            var subject = Subject(text, units, outside, at);
            if (subject is null) continue;
            return Spokesperson(units, outside, subject) ?? subject.Speaker;
        }
        return quotations.Exists(quotation => quotation.Length >= ShortestQuotation) ? NearQuotation(units, outside, quotations)?.Speaker : null;
    }

    private static bool IsSaying(Unit unit) => unit.IsOf("reporting") || (unit.Concept is { } concept && Stances.Contains(concept.Id));

    private static Speaker? Source(List<NamedSpeaker> names, int phrase)
    {
        var near = names.Where(name => name.First > phrase && name.First <= phrase + ReachOfSource).ToList();
        return (near.Find(name => name.IsPerson) ?? near.FirstOrDefault())?.Speaker;
    }

    private static NamedSpeaker? Subject(string text, IReadOnlyList<Unit> units, List<NamedSpeaker> names, int verb)
    {
        if (names.Find(name => name.Last == verb - 1 && !IsObject(text, units, name)) is { } beside && (!FollowsPause(text, units, verb) || FollowsPause(text, units, beside.First))) return beside;
        // Only saying puts its subject behind it: "said Peskov", but "opposition to NATO".
        var inverts = units[verb].IsOf("reporting");
        if (inverts && FollowsPause(text, units, verb))
        {
            if (Behind(text, units, names, verb) is { } behind) return behind;
            // «…, повідомила адміністрація порту»: said by someone without a name.
            if (verb > 0 && verb >= units.Count - LongestTail) return null;
        }
        var before = names.Where(name => name.Last < verb && !IsObject(text, units, name)).ToList();
        if (verb + 1 < units.Count && SubjectPronouns.Contains(units[verb + 1].Word) && FollowsPause(text, units, verb)) return null;
        if (before.Count == 0) return PronounBefore(units, verb) || !inverts ? null : Behind(text, units, names, verb);
        if (PronounBefore(units, verb)) return null;
        return before.Find(name => name.IsPerson) ?? before.Find(name => name.Speaker.Entity is not { Kind: EntityKind.Place }) ?? before[0];
    }

    /// <summary>A quotation, a comma or a dash right before the verb: "“…,” said Peskov", «…, повідомив Орленко».</summary>
    private static bool FollowsPause(string text, IReadOnlyList<Unit> units, int verb)
    {
        if (verb == 0) return true;
        var between = text.AsSpan(units[verb - 1].Span.End, units[verb].Span.Start - units[verb - 1].Span.End);
        return between.ContainsAny(PausesBeforeVerb);
    }

    /// <summary>The speaker behind the verb, before the sentence pauses or goes on with "that".</summary>
    private static NamedSpeaker? Behind(string text, IReadOnlyList<Unit> units, List<NamedSpeaker> names, int verb)
    {
        var reach = verb;
        while (reach + 1 < units.Count && reach < verb + ReachOfSource && !Pauses(text, units[reach], units[reach + 1]) && !units[reach + 1].Is("that")
            && !(reach == verb && units[reach + 1].Kind is UnitKind.Function && units[reach + 1].Word is "her" or "his" or "their" or "it" or "he" or "she")) reach++;
        var behind = names.Where(name => name.First > verb && name.Last <= reach && !IsObject(text, units, name)).ToList();
        return behind.Find(name => name.IsPerson) ?? behind.FirstOrDefault();
    }

    private static bool Pauses(string text, Unit left, Unit right) =>
        text.AsSpan(left.Span.End, right.Span.Start - left.Span.End).ContainsAny(PausesBehindVerb);

    /// <summary>"of the League", "in Washington", "Torvek’s office": named, but not the one who speaks.</summary>
    private static bool IsObject(string text, IReadOnlyList<Unit> units, NamedSpeaker name)
    {
        var last = units[name.Last].Span;
        var end = text.AsSpan(last.Start, last.Length);
        if (end.EndsWith("’s") || end.EndsWith("'s") || end.EndsWith("s’")) return true;
        for (var at = name.First - 1; at >= 0 && at >= name.First - 3; at--)
        {
            if (units[at].Concept is { IsFunction: true } function && Prepositions.Contains(function.Id)) return true;
            if (units[at] is not ({ Kind: UnitKind.Function } or { IsAdjective: true } or { Kind: UnitKind.Concept, Shape: TokenShape.Capitalised })) return false;
        }
        return false;
    }

    private static bool PronounBefore(IReadOnlyList<Unit> units, int verb)
    {
        for (var at = verb - 1; at >= 0 && at >= verb - 4; at--)
        {
            if (SubjectPronouns.Contains(units[at].Word)) return true;
            if (units[at].Kind is not UnitKind.Function && !units[at].IsOf("time") && !units[at].IsOf("evaluation")) return false;
        }
        return false;
    }

    /// <summary>"The Kremlin clarified its stance through spokesperson Dmitry Peskov": the person who spoke, not the house.</summary>
    private static Speaker? Spokesperson(IReadOnlyList<Unit> units, List<NamedSpeaker> names, NamedSpeaker subject) =>
        subject.IsPerson ? null : names.Find(name => name.IsPerson && name.First > 0 && units[name.First - 1].Is("spokesperson"))?.Speaker;

    /// <summary>Words in quotation marks and a name beside them: «…, — Орленко».</summary>
    private static NamedSpeaker? NearQuotation(IReadOnlyList<Unit> units, List<NamedSpeaker> names, List<TextSpan> quotations)
    {
        var quotation = quotations.MaxBy(span => span.Length);
        return names.Where(name => name.IsPerson || name.Speaker.Entity is null)
            .MinBy(name => Math.Min(Math.Abs(units[name.First].Span.Start - quotation.End), Math.Abs(quotation.Start - units[name.Last].Span.End)));
    }

    /// <summary>"He said …", or a sentence that is all quotation: the speaker of the sentence before, or the person it was about.</summary>
    private static Speaker? Continued(Sentence sentence, IReadOnlyList<Unit> units, List<TextSpan> quotations, List<ReadSentence> read)
    {
        if (read is not [.., var before] || before.Sentence.Block != sentence.Block) return null;
        var verb = units.ToList().FindIndex(unit => IsSaying(unit) && !quotations.Exists(quotation => quotation.Contains(unit.Span)));
        var byPronoun = (verb > 0 && PronounBefore(units, verb)) || (verb >= 0 && verb + 1 < units.Count && SubjectPronouns.Contains(units[verb + 1].Word));
        var isQuotation = quotations.Sum(quotation => quotation.Length) * 10 >= sentence.Span.Length * 8;
        if (!byPronoun && !isQuotation) return null;
        return before.Claim?.Speaker ?? before.Names.FirstOrDefault(name => name.IsPerson)?.Speaker;
    }

    /// <summary>"Menske" is the "Dara Menske" named before, and so a person.</summary>
    private static NamedSpeaker Known(NamedSpeaker name, IReadOnlyList<Unit> units, Dictionary<string, Speaker> known)
    {
        // A surname that somebody of the document has is that person's, whomever else of that name the lexicon knows.
        if (name is { IsPerson: true, First: var first, Last: var last, Speaker.Entity: not null } && first == last && known.TryGetValue(Transliteration.Skeleton(units[first].Word), out var local)) return name with { Speaker = local };
        if (name.IsPerson) known.TryAdd(name.Speaker.Key, name.Speaker);
        return known.TryGetValue(name.Speaker.Key, out var full) ? name with { Speaker = full, IsPerson = true } : name;
    }
}
