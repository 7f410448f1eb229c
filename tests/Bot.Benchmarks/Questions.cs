namespace Bot.Benchmarks;

/// <summary>Questions in three languages, no two alike.</summary>
internal static class Questions
{
    private static readonly string[] Asked =
    [
        "Does Putin agree to European peacekeepers?", "Хто речник Кремля?", "Когда саммит в Брюсселе?", "What did Macron say about a quick deal?",
        "How many soldiers will France send?", "Що сказав Лавров про війська НАТО?", "Что Трамп говорит о миротворцах?", "Who hosts the meeting on security guarantees?",
        "What is the capital of France?", "Яка погода в Києві?",
    ];

    public static string Number(int number) => $"{Asked[number % Asked.Length]} ({number})";
}
