using Bot.Answering;
using Bot.Configuration;
using Bot.Storage;
using Bot.Web;
using BotApi.Simulator;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Support;

/// <summary>The real service with a real database, talking to the simulator over real sockets.</summary>
internal sealed class TelegramBot : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication service;
    private readonly Dictionary<long, int> seen = [];

    private TelegramBot(BotApiServer telegram, WebApplication service, string database)
    {
        Telegram = telegram;
        this.service = service;
        Database = database;
    }

    public BotApiServer Telegram { get; }

    public string Database { get; }

    /// <param name="change">What is otherwise than in <see cref="SettingsFor"/>.</param>
    public static async Task<TelegramBot> StartAsync(Func<BotSettings, BotSettings>? change = null, string? database = null, BotApiServer? telegram = null, Library? library = null)
    {
        telegram ??= await BotApiServer.StartAsync(new BotApiOptions { Token = "123:abc" });
        database ??= Path.Combine(Some.Folder(), "bot.db");
        var settings = SettingsFor(telegram, database);
        var service = BotService.Build(change?.Invoke(settings) ?? settings, library ?? Repository.Library);
        await service.StartAsync();
        return new TelegramBot(telegram, service, database);
    }

    /// <summary>Without limits: a test asks faster than people do.</summary>
    public static BotSettings SettingsFor(BotApiServer telegram, string database) => Repository.Settings with
    {
        Telegram = new TelegramSettings { Token = telegram.Token, ApiBaseUrl = telegram.BaseUrl, MessagesPerSecond = 0, ChatMessagesPerSecond = 0, GroupMessagesPerMinute = 0 },
        Limits = new LimitsSettings { QuestionsPerMinute = 0, QuestionsPerHour = 0 },
        Storage = new StorageSettings { Connection = $"Data Source={database}" },
        Web = new WebSettings { Url = new Uri("http://127.0.0.1:0") },
    };

    public PersonInChat Person(long id = 1, string? languageCode = null)
    {
        Telegram.AddUser(id, languageCode: languageCode);
        return new PersonInChat(this, id);
    }

    /// <summary>Where the service answers over HTTP.</summary>
    public Uri Web => new(service.Urls.First());

    /// <summary>The bot's next message in this chat that was not looked at yet.</summary>
    public async Task<BotMessage> NextAsync(long chatId)
    {
        var message = await Telegram.NextMessageAsync(chatId, seen.GetValueOrDefault(chatId), Patience);
        seen[chatId] = message.MessageId;
        return message;
    }

    /// <summary>The bot's message as it is once it was changed.</summary>
    public Task<BotMessage> EditedAsync(BotMessage before) =>
        Telegram.WaitForMessageAsync(before.ChatId, 0, message => message.MessageId == before.MessageId && message.EditDate is not null && message.Text != before.Text, Patience);

    /// <summary>What the bot said in this chat, once all that was asked is answered and marked so.</summary>
    public async Task<IReadOnlyList<BotMessage>> SaidAsync(long chatId)
    {
        await UntilAsync(() => Telegram.PendingUpdates == 0 && Stored<int>("SELECT (SELECT COUNT(*) FROM inbox WHERE handled_at IS NULL) + (SELECT COUNT(*) FROM outbox WHERE finished_at IS NULL)") == 0);
        return [.. Telegram.Messages(chatId).Where(message => message.FromBot)];
    }

    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var until = DateTimeOffset.UtcNow + Patience;
        while (!await holds())
        {
            if (DateTimeOffset.UtcNow > until) throw new TimeoutException($"It did not come to hold within {Patience}.");
            await Task.Delay(10);
        }
    }

    public T Service<T>() where T : notnull => service.Services.GetRequiredService<T>();

    /// <summary>A value out of the service's database.</summary>
    public T Stored<T>(string sql)
    {
        using var connection = new Database($"Data Source={Database}").Open();
        return connection.QuerySingle<T>(sql);
    }

    /// <summary>Changes the service's database from outside.</summary>
    public void Change(string sql)
    {
        using var connection = new Database($"Data Source={Database}").Open();
        connection.Execute(sql);
    }

    /// <summary>The data of the button under a message whose face is this.</summary>
    public static string Button(BotMessage message, string face) => message.Keyboard!.Buttons.Single(button => button.Text == face).CallbackData!;

    /// <summary>Stops the service and leaves Telegram and the database as they are.</summary>
    public async Task StopAsync()
    {
        await service.StopAsync();
        await service.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Telegram.DisposeAsync();
    }
}

internal sealed class PersonInChat(TelegramBot bot, long id)
{
    public async Task<BotMessage> AskAsync(string text)
    {
        bot.Telegram.SendText(id, text);
        return await bot.NextAsync(id);
    }
}
