using System.Globalization;

namespace Bot.Corpus;

/// <summary>A common word with its near-synonyms in three languages: one entry of the glossary.</summary>
/// <param name="Group">What kind of word it is: "reporting", "month", "war" …</param>
/// <param name="IsLight">It carries little of what is asked: do, happen, tell.</param>
/// <param name="Value">The number it stands for, where it is a number word.</param>
/// <param name="Near">Ids of narrower concepts that answer a question about this one: a summit is a meeting.</param>
internal sealed record Concept(string Id, string Group, bool IsLight, decimal? Value, IReadOnlyList<string> Near)
{
    /// <summary>What the index counts it under: a number word under its number.</summary>
    public string Term { get; } = Group == "number" && Value is { } value ? "=" + value.ToString(CultureInfo.InvariantCulture) : "#" + Id;

    public bool IsFunction => Group is "function" or "question";
}
