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

    private static readonly string[] Hedges = ["allegedly", "reportedly", "supposedly"];

    private static readonly string[] Prepositions = ["of", "in", "on", "with", "to", "for", "by", "at", "from", "under", "between", "among", "against", "about", "without", "except", "along", "across", "behind"];

    public IReadOnlyList<ReadSentence> Read(Document document)
    {
        var read = new List<ReadSentence>(document.Sentences.Count);
        var known = new Dictionary<string, Speaker?>();
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
        var sources = units.Index().Where(pair => pair.Item.IsOf("attribution")).Select(pair => Source(text, units, outside, pair.Index)).OfType<Speaker>();
        if (sources.FirstOrDefault() is { } source) return source;
        NamedSpeaker? found = null;
        for (var at = 0; at < units.Count; at++)
        {
            if (!IsSaying(units[at]) || quotations.Exists(quotation => quotation.Contains(units[at].Span)) || IsNoun(units, at)) continue;
            // «Trump says …; Zelensky says …»: two speakers in one sentence are neither's.
            if (Subject(text, units, outside, at) is not { } subject) continue;
            if (IsUnsaid(text, units, at)) return null;
            if (found is not null && found.Speaker.Key != subject.Speaker.Key && text.AsSpan(units[found.Last].Span.End, units[at].Span.Start - units[found.Last].Span.End).Contains(';')) return null;
            found ??= subject;
        }
        if (found is not null) return Spokesperson(units, outside, found) ?? found.Speaker;
        return quotations.Exists(quotation => quotation.Length >= ShortestQuotation) && outside.Where(name => name.IsPerson).ToList() is [{ IsSubject: true } only] ? only.Speaker : null;
    }

    private static bool IsSaying(Unit unit) => (unit.IsOf("reporting") && !Hedges.Contains(unit.Word)) || (unit.Concept is { } concept && Stances.Contains(concept.Id));

    /// <summary>"a report in which …": with an article before it, it is a thing.</summary>
    private static bool IsNoun(IReadOnlyList<Unit> units, int at) => at > 0 && units[at - 1].Word is "a" or "an" or "the" or "his" or "her" or "its" or "their" or "this" or "no" or "any" or "every";

    /// <summary>"never said", "if he said", "allegedly said", "declined to comment": nothing is reported as said.</summary>
    private static bool IsUnsaid(string text, IReadOnlyList<Unit> units, int verb)
    {
        var isStance = !units[verb].IsOf("reporting");
        if (isStance) return units[verb].Is("refuse") && units.Skip(verb + 1).Take(3).Any(unit => unit.IsOf("reporting"));
        for (var at = verb - 1; at >= 0 && at >= verb - 3 && !FollowsPause(text, units, at + 1); at--)
        {
            if (units[at].Concept?.Id is "not" or "never" or "neither" or "nobody" or "allegedly" or "refuse" || Hedges.Contains(units[at].Word)) return true;
        }
        return units.Take(verb).Any(unit => unit.Concept?.Id is "if" or "unless" or "neither") || units[0].Word is "had";
    }

    private static Speaker? Source(string text, IReadOnlyList<Unit> units, List<NamedSpeaker> names, int phrase)
    {
        var near = names.Where(name => name.First > phrase && name.First <= phrase + ReachOfSource && (name.First == phrase + 1 || !IsObject(text, units, name))).ToList();
        return (near.Find(name => name.IsPerson) ?? near.FirstOrDefault())?.Speaker;
    }

    private static NamedSpeaker? Subject(string text, IReadOnlyList<Unit> units, List<NamedSpeaker> names, int verb)
    {
        if (IsPassive(text, units, verb)) return names.Find(name => name.First > verb && name.First <= verb + 3 && units[name.First - 1].Is("by"));
        // Only saying puts its subject behind it: "said Peskov", but "opposition to NATO".
        var inverts = units[verb].IsOf("reporting") && (FollowsPause(text, units, verb) || units[verb].Word[0] >= 'а');
        if (inverts && Behind(text, units, names, verb) is { } behind) return behind;
        if (verb + 1 < units.Count && SubjectPronouns.Contains(units[verb + 1].Word) && FollowsPause(text, units, verb)) return null;
        if (PronounBefore(units, verb)) return null;
        // «…, повідомила адміністрація порту»: said by someone without a name.
        if (inverts && verb > 0 && FollowsPause(text, units, verb) && verb >= units.Count - LongestTail && !Beside(text, units, names, verb)) return null;
        // Nearest first: "Trump listened as Zelensky said …".
        return names.LastOrDefault(name => name.Last < verb && name.IsSubject && CanAct(name) && !IsObject(text, units, name) && !IsParticiple(text, units, name, verb));
    }

    /// <summary>A person, a house, an organisation or a country; an unknown single word only where nothing tells it from a person's surname.</summary>
    private static bool CanAct(NamedSpeaker name) => name.IsPerson || name.Speaker.Entity is not null;

    /// <summary>"was accused by Putin", "was told": what is said is said by another.</summary>
    private static bool IsPassive(string text, IReadOnlyList<Unit> units, int verb) =>
        verb > 0 && !units[verb].Span.In(text).EndsWith("ing", StringComparison.Ordinal)
        && units.Take(verb).TakeLast(2).Any(unit => unit.Is("to-be") && unit.Word[0] < 'а');

    /// <summary>"Peskov, asked about …": he was asked.</summary>
    private static bool IsParticiple(string text, IReadOnlyList<Unit> units, NamedSpeaker name, int verb) =>
        units[verb].Is("ask") && name.Last == verb - 1 && FollowsPause(text, units, verb);

    /// <summary>", Igor Konashenkov, said": a name in apposition right before the verb.</summary>
    private static bool Beside(string text, IReadOnlyList<Unit> units, List<NamedSpeaker> names, int verb) =>
        names.Exists(name => name.Last == verb - 1 && name.First > 0 && FollowsPause(text, units, name.First));

    /// <summary>A quotation, a comma or a dash right before the word: "“…,” said Peskov", «…, повідомив Орленко».</summary>
    private static bool FollowsPause(string text, IReadOnlyList<Unit> units, int at)
    {
        if (at == 0) return true;
        var between = text.AsSpan(units[at - 1].Span.End, units[at].Span.Start - units[at - 1].Span.End);
        return between.ContainsAny(PausesBeforeVerb);
    }

    /// <summary>The speaker behind the verb. In English right behind it, with a title at most; else before the sentence pauses or goes on with "that".</summary>
    private static NamedSpeaker? Behind(string text, IReadOnlyList<Unit> units, List<NamedSpeaker> names, int verb)
    {
        var isEnglish = units[verb].Word[0] < 'а';
        var reach = verb;
        while (reach + 1 < units.Count && reach < verb + ReachOfSource && !Pauses(text, units[reach], units[reach + 1]) && !units[reach + 1].Is("that")
            && !(isEnglish && (units[reach + 1].Kind is UnitKind.Function || (reach > verb && units[reach + 1].IsOf("reporting"))))) reach++;
        var behind = names.Where(name => name.First > verb && name.Last <= reach && name.IsSubject && CanAct(name) && !IsObject(text, units, name)).ToList();
        return behind.Find(name => name.IsPerson) ?? (isEnglish ? behind.Find(name => name.First == verb + 1) : behind.FirstOrDefault());
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
            if (units[at].Concept?.Id is "which" or "who" or "that" or "what") return false;
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

    /// <summary>"He said …", or a sentence that is all quotation: the speaker of the sentence before, or the person it was about.</summary>
    private static Speaker? Continued(Sentence sentence, IReadOnlyList<Unit> units, List<TextSpan> quotations, List<ReadSentence> read)
    {
        if (read is not [.., var before] || before.Sentence.Block != sentence.Block) return null;
        var verb = units.ToList().FindIndex(unit => IsSaying(unit) && !quotations.Exists(quotation => quotation.Contains(unit.Span)));
        var byPronoun = (verb > 0 && PronounBefore(units, verb)) || (verb >= 0 && verb + 1 < units.Count && SubjectPronouns.Contains(units[verb + 1].Word));
        var isQuotation = quotations.Sum(quotation => quotation.Length) * 10 >= sentence.Span.Length * 8;
        if (!byPronoun && !isQuotation) return null;
        // With two people before it, "he" is either.
        var people = before.Names.Where(name => name.IsPerson).Select(name => name.Speaker).DistinctBy(speaker => speaker.Key).ToList();
        if (before.Claim is { } claim && people.TrueForAll(person => person.Key == claim.Speaker.Key)) return claim.Speaker;
        return isQuotation && !byPronoun ? before.Claim?.Speaker : people is [var only] ? only : null;
    }

    /// <summary>"Menske" is the "Dara Menske" named before, and so a person.</summary>
    private static NamedSpeaker Known(NamedSpeaker name, IReadOnlyList<Unit> units, Dictionary<string, Speaker?> known)
    {
        // A surname that somebody of the document has is that person's, whomever else of that name the lexicon knows.
        if (name is { IsPerson: true, Speaker.Entity: not null } && name.First == name.Last && known.GetValueOrDefault(Transliteration.Skeleton(units[name.First].Word)) is { } local) return name with { Speaker = local };
        // Two people of one surname: from then on the surname alone is nobody's in particular.
        if (name.IsPerson && name.Speaker.Name.Contains(' ') && !known.TryAdd(name.Speaker.Key, name.Speaker) && known[name.Speaker.Key] is { Entity: null } other && !IsSameName(other.Name, name.Speaker.Name)) known[name.Speaker.Key] = null;
        return known.GetValueOrDefault(name.Speaker.Key) is { } full ? name with { Speaker = full, IsPerson = true } : name;
    }

    /// <summary>«Олена Тичко» and «Олени Тичко», "J. Callow" and "John Callow".</summary>
    private static bool IsSameName(string one, string other) => char.ToUpperInvariant(one[0]) == char.ToUpperInvariant(other[0]);
}
