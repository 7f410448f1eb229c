namespace Bot.Benchmarks;

/// <summary>Questions in three languages, of which the documents answer most; no two of four hundred in a row alike.</summary>
internal static class Questions
{
    private static readonly string[] Asked =
    [
        "Does Putin agree to European peacekeepers?", "Хто речник Кремля?", "Когда саммит в Брюсселе?", "What did Macron say about a quick deal?",
        "How many soldiers will France send?", "Що сказав Лавров про війська НАТО?", "Что Трамп говорит о миротворцах?", "Who hosts the meeting on security guarantees?",
        "What is the capital of France?", "Яка погода в Києві?",
    ];

    /// <summary>A number in the words would be asked for, and the sources say nothing of it.</summary>
    public static string Number(int number) => Asked[number % Asked.Length] + new string('?', number / Asked.Length % 40);
}
