using Bot.Answering;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Delivery;
using Bot.Linguistics;
using Bot.Operations;
using Bot.Privacy;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>From an update to what it leads to. Writes nothing: several updates are handled at once and stored together.</summary>
internal sealed class UpdateHandler(Library library, BotAccount account, Pseudonyms pseudonyms, Outbox outbox, AnswerPreviews previews, PrivacySettings privacy, TimeProvider clock)
{
    /// <summary>Above this, a wait is told in minutes.</summary>
    private static readonly TimeSpan LongestInSeconds = TimeSpan.FromSeconds(90);

    /// <param name="botName">The bot's user name.</param>
    public async Task<Outcome> HandleAsync(Update update, ChatMemory memory, FloodVerdict flood, string botName, CancellationToken stop) => update switch
    {
        { Message: { } message } => Addressed.In(message, account.Id, botName) is { } addressed ? await HandleAsync(message, addressed, memory, flood, stop) : Outcome.Nothing,
        { Press: { } press } => Handle(press),
        { Membership: { IsMember: true, WasMember: false } membership } => Outcome.Saying("added to a group", new OutboxMessage(membership.ChatId, OwnWordsContent.Of("group-welcome", LanguageOf(memory, membership.LanguageCode), ("bot", botName)))),
        { Membership: { IsMember: false } membership } => new Outcome { Event = "removed from a group", Change = (connection, transaction) => Erasure.OfGroup(connection, transaction, membership.ChatId) },
        { Migration: { } migration } => new Outcome { Event = "group migrated", Change = (connection, transaction) => ChatMigration.Apply(connection, transaction, migration.From, migration.To) },
        _ => Outcome.Nothing,
    };

    /// <summary>What of the update is meant for the bot; null for nothing.</summary>
    public Addressed? AddressedIn(Update update, string botName) => update.Message is { } message ? Addressed.In(message, account.Id, botName) : null;

    /// <summary>After an update that could not be handled: the person is told, and it is not tried again.</summary>
    public Outcome GiveUp(Update update, ChatMemory memory, string botName) =>
        AddressedIn(update, botName) is not null ? Say("given up", update.Message!, OwnWordsContent.Of("failed", LanguageOf(memory, update.Message!.LanguageCode))) : Outcome.Nothing;

    private async Task<Outcome> HandleAsync(IncomingMessage message, Addressed addressed, ChatMemory memory, FloodVerdict flood, CancellationToken stop)
    {
        var language = LanguageOf(memory, message.LanguageCode);
        if (flood is FloodVerdict.Refused refused) return Refuse(message, refused, language);
        return addressed switch
        {
            QuestionAsked question => await AnswerAsync(message, question.Text, memory, language, stop),
            CommandGiven when message.IsEdited => Outcome.Nothing,
            CommandGiven command => Obey(message, command, language),
            NothingAsked => Say("nothing asked", message, OwnWordsContent.Of("ask-what", language)),
            _ => Say("no text", message, OwnWordsContent.Of("text-only", language)),
        };
    }

    private async Task<Outcome> AnswerAsync(IncomingMessage message, string text, ChatMemory memory, Language language, CancellationToken stop)
    {
        if (memory.Answer is not null && memory.AnsweredText == text) return Outcome.Nothing;
        var question = Question.Of(text, language, memory.Turns) with { Asker = pseudonyms.Of(message.From) };
        // An answer that is edited shows what it was until then.
        await using var preview = memory.Answer is null && message.IsPrivate ? previews.Begin(message.ChatId, message.MessageId) : null;
        var answer = await library.Pipeline.AnswerAsync(question, library.Index.Current, preview is null ? null : preview.Show, stop);
        var turn = new Turn(text, question.Language, NamedInAnswer.Of(answer, library.Analyzer));
        return new Outcome
        {
            Messages = [Reply(message, new CheckedAnswerContent(answer)) with { Revises = memory.Answer }],
            Turn = new RememberedTurn(message.ChatId, pseudonyms.Of(message.From), message.MessageId, turn),
            Event = answer.NotByModel is { } reason ? $"question answered in verbatim sentences, since {reason}" : "question answered",
            Count = metrics => metrics.Count(answer),
        };
    }

    private Outcome Obey(IncomingMessage message, CommandGiven command, Language language)
    {
        var person = pseudonyms.Of(message.From);
        if (command.Name == Commands.Forget) return Forget(message, person, language);
        var said = Say($"command /{(Commands.IsKnown(command.Name) ? command.Name : "unknown")}", message, Commands.Answer(command, language, library.Index.Current.Corpus, library.Texts, privacy.RetentionDays));
        return command.Name is Commands.New or Commands.Start ? said with { Change = (connection, transaction) => Chats.Forget(connection, transaction, message.ChatId, person) } : said;
    }

    private Outcome Forget(IncomingMessage message, string person, Language language) => new()
    {
        Event = "person forgotten",
        Change = (connection, transaction) =>
        {
            // Who writes in a group's name has no chat of their own, and the group's records are the group's.
            var erased = Erasure.OfPerson(connection, transaction, person, privateChat: Math.Max(message.From, 0));
            var words = OwnWordsContent.Of("forgotten", language, ("answers", $"{erased.Answers}"), ("votes", $"{erased.Votes}"));
            outbox.Add(connection, transaction, [new OutboxMessage(message.ChatId, words, message.MessageId, message.ThreadId)]);
        },
    };

    private Outcome Handle(ButtonPress press)
    {
        if (LanguageIn(press.Data) is { } language) return ChooseLanguage(press, language);
        if (Vote.In(press.Data) is not { } vote) return Outcome.Nothing;
        return new Outcome
        {
            Event = "vote",
            Toast = "voted",
            Change = (connection, transaction) => vote.Count(connection, transaction, press.ChatId, pseudonyms.Of(press.From), clock.GetUtcNow()),
            Count = metrics => metrics.CountVote(vote.Value),
        };
    }

    private static Outcome ChooseLanguage(ButtonPress press, Language language) => new()
    {
        Event = "language chosen",
        Change = (connection, transaction) => Chats.Choose(connection, transaction, press.ChatId, language),
        Messages = [new OutboxMessage(press.ChatId, OwnWordsContent.Of("language-set", language), Edits: press.MessageId)],
    };

    private Outcome Refuse(IncomingMessage message, FloodVerdict.Refused refused, Language language)
    {
        var outcome = new Outcome { Event = "question refused for flood", Count = metrics => metrics.Refused.Add(1) };
        return !refused.IsFirst ? outcome : outcome with { Messages = [Reply(message, Words(refused, language))] };
    }

    private static OwnWordsContent Words(FloodVerdict.Refused refused, Language language) => refused switch
    {
        { IsGroups: true } => OwnWordsContent.Of("flood-group", language),
        { Wait: var wait } when wait <= LongestInSeconds => OwnWordsContent.Of("flood-seconds", language, ("seconds", $"{Math.Ceiling(wait.TotalSeconds)}")),
        { Wait: var wait } => OwnWordsContent.Of("flood-minutes", language, ("minutes", $"{Math.Ceiling(wait.TotalMinutes)}")),
    };

    private Outcome Say(string happened, IncomingMessage message, OutboxContent content) => Outcome.Saying(happened, Reply(message, content));

    private OutboxMessage Reply(IncomingMessage message, OutboxContent content) =>
        new(message.ChatId, content, message.MessageId, message.ThreadId, pseudonyms.Of(message.From));

    private static Language? LanguageIn(string data) =>
        data.StartsWith("language:", StringComparison.Ordinal) && LanguageCodes.TryParse(data["language:".Length..], out var language) ? language : null;

    /// <summary>The chat's choice, else the language of the person's Telegram, else English.</summary>
    private static Language LanguageOf(ChatMemory memory, string? languageCode) =>
        memory.Language ?? LanguageCodes.OrEnglish(languageCode);
}
