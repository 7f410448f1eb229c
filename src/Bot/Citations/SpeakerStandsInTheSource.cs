using Bot.Attribution;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Whom the statement has speak, in its text or beside it, is the one the source has say it.</summary>
internal sealed class SpeakerStandsInTheSource(TextAnalyzer analyzer) : ICitationRule
{
    /// <summary>A number tells more surely than a word which part of a sentence a statement rests on.</summary>
    private const int WeightOfNumber = 5;

    public string? Fault(StatementReading statement)
    {
        var named = statement.Statement.Speaker;
        if (named is not null && !Says(statement, named, PartRestedOn(statement))) return $"what it cites is not said by '{named.Name}'";
        var inText = statement.IsVerbatim ? null : statement.Stated.Select(read => read.Claim?.Speaker).FirstOrDefault(speaker => speaker is not null && !Says(statement, speaker, statement.CitedParts));
        return inText is null ? null : $"what it cites is not said by '{inText.Name}'";
    }

    private bool Says(StatementReading statement, Speaker speaker, IReadOnlyList<ReadSentence> parts)
    {
        if (parts.Any(read => read.Claim is { } claim && AreOne(claim.Speaker, speaker))) return true;
        // Whose words they are was not made out: then whoever is named there may speak.
        return parts.Any(read => read.Claim is null) && (IsHouseNamed(speaker, parts) || parts.Any(read => Verbatim.IsIn(speaker.Name, read.Sentence.Text)) || IsNamed(statement, speaker, parts));
    }

    /// <summary>«Координаційний штаб»: a house named by common words, in whatever case.</summary>
    private bool IsHouseNamed(Speaker speaker, IReadOnlyList<ReadSentence> parts)
    {
        if (speaker.Entity is not null) return false;
        var units = analyzer.Analyze(speaker.Name, parts[0].Sentence.Document.Language).Where(unit => unit.Kind is not UnitKind.Function).ToList();
        return units.Exists(unit => unit.Kind is UnitKind.Concept) && parts.Any(read => new SourceWords(read.Units) is var words && units.TrueForAll(words.HoldWord));
    }

    private bool IsNamed(StatementReading statement, Speaker speaker, IReadOnlyList<ReadSentence> parts) =>
        parts.Concat(statement.CitedWithAntecedents.Except(statement.Cited)).Any(read => read.Names.Any(name => AreOne(name.Speaker, speaker)) || read.Units.Any(unit => unit.Kind is UnitKind.Name or UnitKind.Word && (unit.Term == speaker.Key || (unit.Kind is UnitKind.Name && speaker.Entity is null && SourceWords.AreDeclined(unit.Term, speaker.Key)))));

    /// <summary>Of what it cites, the part with most of its words; who says so left out.</summary>
    private static List<ReadSentence> PartRestedOn(StatementReading statement)
    {
        var shared = statement.CitedParts.Select(part => (Part: part, Count: statement.Units.Where(unit => unit.Kind is not (UnitKind.Entity or UnitKind.Name) && !unit.IsOf("reporting") && part.Terms.Contains(unit.Term)).Sum(unit => unit.Kind is UnitKind.Number ? WeightOfNumber : 1))).ToList();
        return [.. shared.Where(part => part.Count == shared.Max(other => other.Count)).Select(part => part.Part)];
    }

    /// <summary>«Прия Менцель» is Priya Menzel: the first names sound the same, the last ones but for a letter.</summary>
    private static bool AreSpeltAlike(Speaker one, Speaker other) =>
        one.Entity is null && other.Entity is null && (FirstName(one), FirstName(other)) is var (first, second)
        && ((first.Length > 0 && first == second && Configuration.Suggestion.Distance(one.Key, other.Key) <= 1) || ((first.Length == 0 || second.Length == 0 || first == second) && SourceWords.AreDeclined(one.Key, other.Key)));

    private static string FirstName(Speaker speaker) => speaker.Name.IndexOf(' ') is > 0 and var space ? Transliteration.Skeleton(speaker.Name[..space].ToLowerInvariant()) : "";

    private bool AreOne(Speaker one, Speaker other) =>
        one.Key == other.Key || AreSpeltAlike(one, other) || (one.Entity is { } speaking && other.Entity is { } house && analyzer.Lexicon.SpeaksFor(speaking, house));
}
