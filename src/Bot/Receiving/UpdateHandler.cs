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
internal sealed class UpdateHandler(Library library, BotAccount account, Pseudonyms pseudonyms, Outbox outbox, PrivacySettings privacy, Metrics metrics)
{
    /// <summary>Above this, a wait is told in minutes.</summary>
    private static readonly TimeSpan LongestInSeconds = TimeSpan.FromSeconds(90);

    /// <param name="botName">The bot's user name.</param>
    public Outcome Handle(Update update, ChatMemory memory, FloodVerdict flood, string botName) => update switch
    {
        { Message: { } message } => Addressed.In(message, account.Id, botName) is { } addressed ? Handle(message, addressed, memory, flood) : Outcome.Nothing,
        { Press: { } press } => Handle(press),
        { Membership: { IsMember: true, WasMember: false } membership } => Outcome.Saying(new OutboxMessage(membership.ChatId, OwnWordsContent.Of("group-welcome", LanguageOf(memory, membership.LanguageCode), ("bot", botName)))),
        { Membership: { IsMember: false } membership } => new Outcome { Change = (connection, transaction) => Erasure.OfGroup(connection, transaction, membership.ChatId) },
        { Migration: { } migration } => new Outcome { Change = (connection, transaction) => ChatMigration.Apply(connection, transaction, migration.From, migration.To) },
        _ => Outcome.Nothing,
    };

    /// <summary>Whether the update asks something of the bot, and so counts against the flood limits.</summary>
    public bool AsksSomething(Update update, string botName) => update.Message is { } message && Addressed.In(message, account.Id, botName) is not null;

    /// <summary>After an update that could not be handled: the person is told, and it is not tried again.</summary>
    public static Outcome GiveUp(Update update, ChatMemory memory) =>
        update.Message is { IsPrivate: true } message ? Outcome.Saying(new OutboxMessage(message.ChatId, OwnWordsContent.Of("failed", LanguageOf(memory, message.LanguageCode)), message.MessageId)) : Outcome.Nothing;

    private Outcome Handle(IncomingMessage message, Addressed addressed, ChatMemory memory, FloodVerdict flood)
    {
        var language = LanguageOf(memory, message.LanguageCode);
        if (flood is FloodVerdict.Refused refused) return Refuse(message, refused, language);
        return addressed switch
        {
            QuestionAsked question => Answer(message, question.Text, memory, language),
            CommandGiven when message.IsEdited => Outcome.Nothing,
            CommandGiven command => Obey(message, command, language),
            NothingAsked => Say(message, OwnWordsContent.Of("ask-what", language)),
            _ => Say(message, OwnWordsContent.Of("text-only", language)),
        };
    }

    private Outcome Answer(IncomingMessage message, string text, ChatMemory memory, Language language)
    {
        if (memory.Answer is not null && memory.AnsweredText == text) return Outcome.Nothing;
        var question = Question.Of(text, language) with { Earlier = memory.Turns };
        var answer = library.Pipeline.Answer(question, library.Index.Current);
        metrics.Answers.Add(1, KeyValuePair.Create<string, object?>("status", answer.Status));
        metrics.AnswerTime.Record(answer.ElapsedMilliseconds);
        var turn = new Turn(text, question.Language, NamedInAnswer.Of(answer, library.Analyzer));
        return new Outcome
        {
            Messages = [Reply(message, new CheckedAnswerContent(answer)) with { Revises = memory.Answer }],
            Turn = new RememberedTurn(message.ChatId, pseudonyms.Of(message.From), message.MessageId, turn),
        };
    }

    private Outcome Obey(IncomingMessage message, CommandGiven command, Language language)
    {
        var person = pseudonyms.Of(message.From);
        if (command.Name == Commands.Forget) return Forget(message, person, language);
        var said = Say(message, Commands.Answer(command, language, library.Index.Current.Corpus, library.Texts, privacy.RetentionDays));
        return command.Name is Commands.New or Commands.Start ? said with { Change = (connection, transaction) => Chats.Forget(connection, transaction, message.ChatId, person) } : said;
    }

    private Outcome Forget(IncomingMessage message, string person, Language language) => new()
    {
        Change = (connection, transaction) =>
        {
            var erased = Erasure.OfPerson(connection, transaction, person, privateChat: message.From);
            var words = OwnWordsContent.Of("forgotten", language, ("answers", $"{erased.Answers}"), ("votes", $"{erased.Votes}"));
            outbox.Add(connection, transaction, [new OutboxMessage(message.ChatId, words, message.MessageId, message.ThreadId)]);
        },
    };

    private Outcome Handle(ButtonPress press)
    {
        if (LanguageIn(press.Data) is { } language) return ChooseLanguage(press, language);
        var vote = press.Data switch { CheckedAnswerContent.UpVote => 1, CheckedAnswerContent.DownVote => -1, _ => 0 };
        if (vote == 0) return Outcome.Nothing;
        metrics.Votes.Add(1, KeyValuePair.Create<string, object?>("vote", vote));
        return new Outcome { Toast = "voted", Change = (connection, transaction) => Votes.Count(connection, transaction, press.ChatId, press.MessageId, pseudonyms.Of(press.From), vote) };
    }

    private static Outcome ChooseLanguage(ButtonPress press, Language language) => new()
    {
        Change = (connection, transaction) => Chats.Choose(connection, transaction, press.ChatId, language),
        Messages = [new OutboxMessage(press.ChatId, OwnWordsContent.Of("language-set", language), Edits: press.MessageId)],
    };

    private Outcome Refuse(IncomingMessage message, FloodVerdict.Refused refused, Language language)
    {
        metrics.Refused.Add(1);
        if (!refused.IsFirst) return Outcome.Nothing;
        return Say(message, refused switch
        {
            { IsGroups: true } => OwnWordsContent.Of("flood-group", language),
            { Wait: var wait } when wait <= LongestInSeconds => OwnWordsContent.Of("flood-seconds", language, ("seconds", $"{Math.Ceiling(wait.TotalSeconds)}")),
            { Wait: var wait } => OwnWordsContent.Of("flood-minutes", language, ("minutes", $"{Math.Ceiling(wait.TotalMinutes)}")),
        });
    }

    private Outcome Say(IncomingMessage message, OutboxContent content) => Outcome.Saying(Reply(message, content));

    private OutboxMessage Reply(IncomingMessage message, OutboxContent content) =>
        new(message.ChatId, content, message.MessageId, message.ThreadId, pseudonyms.Of(message.From));

    private static Language? LanguageIn(string data) =>
        data.StartsWith("language:", StringComparison.Ordinal) && LanguageCodes.TryParse(data["language:".Length..], out var language) ? language : null;

    /// <summary>The chat's choice, else the language of the person's Telegram, else English.</summary>
    private static Language LanguageOf(ChatMemory memory, string? languageCode) =>
        memory.Language ?? (LanguageCodes.TryParse(languageCode, out var language) ? language : Language.English);
}
