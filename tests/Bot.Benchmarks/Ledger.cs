using BotApi.Simulator;

namespace Bot.Benchmarks;

/// <summary>Which questions of the chats 1 to N have their answer: a message of the bot's in reply.</summary>
internal static class Ledger
{
    public static IReadOnlyList<BotMessage> Unanswered(BotApiServer telegram, int chats) => [.. Questions(telegram, chats).Where(question => question.Answers == 0).Select(question => question.Message)];

    /// <summary>Answers beyond the first of each question.</summary>
    public static int Repeated(BotApiServer telegram, int chats) => Questions(telegram, chats).Sum(question => Math.Max(0, question.Answers - 1));

    private static IEnumerable<(BotMessage Message, int Answers)> Questions(BotApiServer telegram, int chats) =>
        Enumerable.Range(1, chats).SelectMany(chat =>
        {
            var messages = telegram.Messages(chat);
            var answers = messages.Where(message => message.FromBot).CountBy(message => message.ReplyToMessageId ?? 0).ToDictionary();
            return messages.Where(message => !message.FromBot).Select(message => (message, answers.GetValueOrDefault(message.MessageId)));
        });
}
