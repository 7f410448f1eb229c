using System.Data.Common;
using Bot.Answering;
using Bot.Conversations;
using Bot.Delivery;
using Bot.Linguistics;
using Bot.Storage;
using Bot.Telegram;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>From an update to the outbox, in one transaction: what it leads to and that it was handled are stored together or not at all.</summary>
internal sealed class UpdateHandler(Database database, Inbox inbox, Chats chats, Outbox outbox, Library library)
{
    public void Handle(Update update)
    {
        var effects = EffectsOf(update);
        database.InTransaction((connection, transaction) =>
        {
            foreach (var effect in effects) effect(connection, transaction);
            inbox.Handled(connection, transaction, update.Id);
            return true;
        });
        if (effects.Count > 0) outbox.Announce();
    }

    /// <summary>After an update that could not be handled: the person is told, and it is not tried again.</summary>
    public void GiveUp(Update update)
    {
        database.InTransaction((connection, transaction) =>
        {
            if (update.Message is { IsPrivate: true } message) outbox.Add(connection, transaction, message.ChatId, message.MessageId, null, new OwnWordsContent("failed", InterfaceLanguage(message.ChatId, message.LanguageCode), []));
            inbox.Handled(connection, transaction, update.Id);
            return true;
        });
        outbox.Announce();
    }

    private delegate void Effect(SqliteConnection connection, DbTransaction transaction);

    private IReadOnlyList<Effect> EffectsOf(Update update) => update switch
    {
        { Message: { IsPrivate: true, Text: { } text } message } when Commands.NameIn(text) is { } command => Command(message, command),
        { Message: { IsPrivate: true, Text: { } text } message } => Question(message, text),
        { Message: { IsPrivate: true } message } => [Say(message, new OwnWordsContent("text-only", InterfaceLanguage(message.ChatId, message.LanguageCode), []))],
        { Press: { } press } when LanguageIn(press.Data) is { } language => [Choose(press.ChatId, language), Edit(press, new OwnWordsContent("language-set", language, []))],
        _ => [],
    };

    private IReadOnlyList<Effect> Command(IncomingMessage message, string command)
    {
        var answer = Commands.Answer(command, InterfaceLanguage(message.ChatId, message.LanguageCode), library.Index.Current.Corpus, library.Texts);
        return command is "new" or "start" ? [(connection, transaction) => Chats.Forget(connection, transaction, message.ChatId), Say(message, answer)] : [Say(message, answer)];
    }

    private IReadOnlyList<Effect> Question(IncomingMessage message, string text)
    {
        var question = Conversations.Question.Of(text, InterfaceLanguage(message.ChatId, message.LanguageCode)) with { Earlier = chats.TurnsOf(message.ChatId) };
        var answer = library.Pipeline.Answer(question, library.Index.Current);
        var turn = new Turn(text, question.Language, NamedInAnswer.Of(answer, library.Analyzer));
        return [(connection, transaction) => chats.Remember(connection, transaction, message.ChatId, turn), Say(message, new CheckedAnswerContent(answer))];
    }

    private Effect Say(IncomingMessage message, OutboxContent content) =>
        (connection, transaction) => outbox.Add(connection, transaction, message.ChatId, message.MessageId, null, content);

    private Effect Edit(ButtonPress press, OutboxContent content) =>
        (connection, transaction) => outbox.Add(connection, transaction, press.ChatId, null, press.MessageId, content);

    private static Effect Choose(long chatId, Language language) =>
        (connection, transaction) => Chats.Choose(connection, transaction, chatId, language);

    private static Language? LanguageIn(string data) =>
        data.StartsWith("language:", StringComparison.Ordinal) && LanguageCodes.TryParse(data["language:".Length..], out var language) ? language : null;

    /// <summary>The chat's choice, else the language of the person's Telegram, else English.</summary>
    private Language InterfaceLanguage(long chatId, string? languageCode) =>
        chats.LanguageOf(chatId) ?? (LanguageCodes.TryParse(languageCode, out var language) ? language : Language.English);
}
