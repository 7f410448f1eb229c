using Bot.Linguistics;

namespace Bot.Conversations;

/// <summary>One message understood as a question.</summary>
/// <param name="Text">As the person wrote it.</param>
/// <param name="Language">The language it is asked in, and so the language of the answer's frame.</param>
/// <param name="Earlier">The turns of the conversation so far, oldest first; empty where it stands alone.</param>
internal sealed record Question(string Text, Language Language, IReadOnlyList<Turn> Earlier)
{
    /// <summary>Who asks, under the pseudonym; empty where that is not known.</summary>
    public string Asker { get; init; } = "";

    /// <summary>A question in the language it is asked in; what that leaves open the turn before decides, or else <paramref name="otherwise"/>.</summary>
    public static Question Of(string text, Language otherwise = Language.English, IReadOnlyList<Turn>? earlier = null) =>
        new(text, LanguageDetector.Detect(text, earlier is [.., var last] ? last.Language : otherwise) ?? otherwise, earlier ?? []);
}

/// <summary>A question asked before in the conversation, and whom its answer was about.</summary>
/// <param name="AnsweredWith">Ids of the lexicon's persons and institutions that the answer named, first named first.</param>
internal sealed record Turn(string Question, Language Language, IReadOnlyList<string> AnsweredWith)
{
    /// <summary>How many of a conversation are remembered for what comes next.</summary>
    public const int MostRemembered = 5;
}
