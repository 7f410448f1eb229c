using Bot.Composition;
using Bot.Corpus;

namespace Bot.Citations;

/// <summary>One thing that must hold of a statement before anyone sees it.</summary>
internal interface ICitationRule
{
    /// <summary>Null where it holds; else what is wrong, in words for a moderator.</summary>
    string? Fault(DraftStatement statement, IReadOnlyList<Passage> passages);
}
