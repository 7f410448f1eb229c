using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>Whose saying a verb of saying is. Where the sentence does not tell, nobody's: better no speaker than a wrong one.</summary>
internal static class SubjectOfSaying
{
    private const int Reach = 8;
    private const int ReachOfPronoun = 4;
    private const int ReachOfAgent = 3;
    private const int LongestTail = 4;

    private static readonly string[] Pronouns = ["he", "she", "they", "він", "вона", "вони", "он", "она", "они"];
    private static readonly string[] Possessives = ["him", "her", "them", "his", "their", "його", "її", "їхніми", "їх", "его", "ее", "их"];
    private static readonly string[] Prepositions = ["of", "in", "on", "with", "to", "for", "by", "at", "from", "under", "between", "among", "against", "about", "without", "except", "along", "across", "behind"];

    public static NamedSpeaker? Of(AnalyzedSentence sentence, int verb)
    {
        var names = sentence.NamesOutside;
        if (Saying.IsPassive(sentence, verb)) return names.FirstOrDefault(name => name.First > verb && name.First <= verb + ReachOfAgent && sentence.Units[name.First - 1].Is("by"));
        // Only saying puts its subject behind it: "said Peskov", but "opposition to NATO".
        var inverts = Saying.IsVerb(sentence.Units[verb]);
        var afterPause = inverts && sentence.FollowsPause(verb);
        if (afterPause && Behind(sentence, verb) is { } behind) return behind;
        if (HasPronoun(sentence, verb)) return null;
        // «…, повідомила адміністрація порту»: said by someone without a name.
        if (afterPause && verb > 0 && IsAtEnd(sentence, verb) && !IsApposed(sentence, verb)) return null;
        return Before(sentence, verb) ?? (inverts && !IsEnglish(sentence.Units[verb]) ? Behind(sentence, verb) : null);
    }

    /// <summary>What was said stands before the verb, and little behind it.</summary>
    public static bool IsAtEnd(AnalyzedSentence sentence, int verb) => verb >= sentence.Units.Count - LongestTail;

    /// <summary>The nearest before the verb, in its own clause: "Trump listened as Zelensky said …".</summary>
    private static NamedSpeaker? Before(AnalyzedSentence sentence, int verb) =>
        sentence.NamesOutside.LastOrDefault(name => name.Last < verb && CanAct(name) && !IsObject(sentence, name) && !IsAsked(sentence, name, verb) && (IsInClause(sentence, name, verb) || IsApposition(sentence, name, verb)));

    /// <summary>An apposition stands between two commas; a name behind one comma belongs to another clause ("Turkey will host, a spokesman said"). A participle leans on the whole sentence.</summary>
    private static bool IsInClause(AnalyzedSentence sentence, NamedSpeaker name, int verb) =>
        (sentence.Between(name.Last, verb).Count(',') - (IsBetweenPauses(sentence, name) ? 1 : 0)) % 2 == 0 || sentence.Units[verb].Span.In(sentence.Text).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"The commissioner, Bohdan Yaremchuk, …": the comma behind it is the apposition's.</summary>
    private static bool IsBetweenPauses(AnalyzedSentence sentence, NamedSpeaker name) =>
        name.First > 0 && name.Last + 1 < sentence.Units.Count && sentence.FollowsPause(name.First) && sentence.PausesAfter(name.Last);

    /// <summary>Whose words "according to" announces.</summary>
    public static Speaker? Source(AnalyzedSentence sentence, int phrase)
    {
        var near = sentence.NamesOutside.Where(name => name.First > phrase && name.First <= phrase + Reach && ((name.First == phrase + 1 && !IsPossessive(sentence, name)) || !IsObject(sentence, name) || IsInGenitive(sentence, phrase, name))).ToList();
        return (near.Find(name => name.IsPerson) ?? near.Find(name => !IsPartOfAName(sentence, name)))?.Speaker;
    }

    /// <summary>«За словами матері одного зі звільнених Ніни Горбаль»: nothing pauses up to the one whose words they are.</summary>
    private static bool IsInGenitive(AnalyzedSentence sentence, int phrase, NamedSpeaker name) =>
        name is { IsPerson: true, IsSubject: false } && !sentence.Between(phrase, name.First).ContainsAny(",;:");

    /// <summary>The «Оману» of «посланця Оману», the «Координаційного» of «Координаційного штабу»: a word of a longer name.</summary>
    private static bool IsPartOfAName(AnalyzedSentence sentence, NamedSpeaker name)
    {
        var units = sentence.Units;
        if (name.Speaker.Entity is not null || IsEnglish(units[name.First])) return false;
        return IsNoun(units[name.First - 1]) || (name.Last + 1 < units.Count && !sentence.PausesAfter(name.Last) && IsNoun(units[name.Last + 1]));

        static bool IsNoun(Unit unit) => unit is { Kind: UnitKind.Word or UnitKind.Concept, Shape: TokenShape.Lower } && !unit.IsOf("attribution") && !unit.IsOf("reporting");
    }

    /// <summary>"According to him, …", «За її словами, …»: further on, a pronoun may stand for a name of its own sentence.</summary>
    public static bool IsSourceByPronoun(AnalyzedSentence sentence) =>
        sentence.Units.Take(2).Index().Any(pair => pair.Item.IsOf("attribution") && !sentence.IsQuoted(pair.Index)
            && (Tokenizer.Tokenize(sentence.Text, pair.Item.Span).Exists(token => Possessives.Contains(token.Word))
                || (pair.Index + 1 < sentence.Units.Count && Possessives.Contains(sentence.Units[pair.Index + 1].Word))));

    /// <summary>"The Kremlin clarified its stance through spokesperson Dmitry Peskov": the person who spoke, not the house.</summary>
    public static Speaker? Spokesperson(AnalyzedSentence sentence, NamedSpeaker subject) =>
        subject.IsPerson ? null : sentence.NamesOutside.FirstOrDefault(name => name.IsPerson && name.First > 0 && sentence.Units[name.First - 1].Is("spokesperson"))?.Speaker;

    /// <summary>"He said", "as she recently said", «…, — сказав він»: a pronoun is the subject.</summary>
    public static bool HasPronoun(AnalyzedSentence sentence, int verb)
    {
        var units = sentence.Units;
        if (verb + 1 < units.Count && Pronouns.Contains(units[verb + 1].Word) && sentence.FollowsPause(verb)) return true;
        for (var at = verb - 1; at >= 0 && at >= verb - ReachOfPronoun; at--)
        {
            if (Pronouns.Contains(units[at].Word)) return true;
            if (units[at].Kind is not UnitKind.Function && !units[at].IsOf("time") && !units[at].IsOf("evaluation")) return false;
        }
        return false;
    }

    /// <summary>The speaker behind the verb. In English right behind it, with a title at most; else before the sentence pauses or goes on with "that".</summary>
    private static NamedSpeaker? Behind(AnalyzedSentence sentence, int verb)
    {
        var units = sentence.Units;
        var isEnglish = IsEnglish(units[verb]);
        var reach = verb;
        while (reach + 1 < units.Count && reach < verb + Reach && !sentence.PausesAfter(reach) && !units[reach + 1].Is("that")
            && !(isEnglish && (units[reach + 1].Kind is UnitKind.Function || (reach > verb && units[reach + 1].IsOf("reporting"))))) reach++;
        var behind = sentence.NamesOutside.Where(name => name.First > verb && name.Last <= reach && CanAct(name) && !IsObject(sentence, name)).ToList();
        return behind.Find(name => name.IsPerson) ?? (isEnglish ? behind.Find(name => name.First == verb + 1) : behind.FirstOrDefault());
    }

    private static bool IsEnglish(Unit unit) => unit.Word[0] < 'а';

    /// <summary>A person, a house, an organisation or a country, in the case of one who acts.</summary>
    private static bool CanAct(NamedSpeaker name) => name.IsSubject && (name.IsPerson || name.Speaker.Entity is not null);

    /// <summary>"Peskov, asked about …": he was asked.</summary>
    private static bool IsAsked(AnalyzedSentence sentence, NamedSpeaker name, int verb) =>
        sentence.Units[verb].Is("ask") && name.Last == verb - 1 && sentence.FollowsPause(verb);

    /// <summary>", Igor Konashenkov, said": a name in apposition right before the verb.</summary>
    private static bool IsApposed(AnalyzedSentence sentence, int verb) =>
        sentence.NamesOutside.Any(name => IsApposition(sentence, name, verb));

    private static bool IsApposition(AnalyzedSentence sentence, NamedSpeaker name, int verb) =>
        name.Last == verb - 1 && name.First > 0 && sentence.FollowsPause(name.First);

    private static bool IsPossessive(AnalyzedSentence sentence, NamedSpeaker name) =>
        sentence.Units[name.Last].Span.In(sentence.Text) is var last && (last.EndsWith("’s", StringComparison.Ordinal) || last.EndsWith("'s", StringComparison.Ordinal) || last.EndsWith("s’", StringComparison.Ordinal));

    /// <summary>"of the League", "in Washington", "Torvek’s office": named, but not the one who speaks.</summary>
    public static bool IsObject(AnalyzedSentence sentence, NamedSpeaker name)
    {
        var units = sentence.Units;
        if (IsPossessive(sentence, name)) return true;
        for (var at = name.First - 1; at >= 0 && at >= name.First - 3; at--)
        {
            if (units[at].Concept?.Id is "which" or "who" or "that" or "what") return false;
            if (units[at].Concept is { IsFunction: true } function && Prepositions.Contains(function.Id)) return !(at < name.First - 1 && name is { IsPerson: true, IsSubject: true } && units[name.First].Word[0] >= 'а');
            // «УВКБ ООН»: one house named by two.
            if (at == name.First - 1 && units[at] is { Kind: UnitKind.Name, Shape: TokenShape.Capitals }) continue;
            if (at == name.First - 1 && units[at] is { Shape: TokenShape.Lower, Kind: UnitKind.Word or UnitKind.Concept } title && !title.IsOf("reporting")) continue;
            if (units[at] is not ({ Kind: UnitKind.Function } or { IsAdjective: true } or { Kind: UnitKind.Concept, Shape: TokenShape.Capitalised } or { Concept.Group: "politics" or "people" })) return false;
        }
        return false;
    }
}
