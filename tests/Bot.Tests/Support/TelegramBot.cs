using Bot.Configuration;
using Bot.Web;
using BotApi.Simulator;
using Microsoft.AspNetCore.Builder;

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

    public static async Task<TelegramBot> StartAsync()
    {
        var telegram = await BotApiServer.StartAsync(new BotApiOptions { Token = "123:abc" });
        var database = Path.Combine(Some.Folder(), "bot.db");
        var service = BotService.Build(SettingsFor(telegram, database), Repository.Library);
        await service.StartAsync();
        return new TelegramBot(telegram, service, database);
    }

    public static BotSettings SettingsFor(BotApiServer telegram, string database) => Repository.Settings with
    {
        Telegram = new TelegramSettings { Token = telegram.Token, ApiBaseUrl = telegram.BaseUrl },
        Storage = new StorageSettings { Connection = $"Data Source={database}" },
        Web = new WebSettings { Url = new Uri("http://127.0.0.1:0") },
    };

    public PersonInChat Person(long id = 1, string? languageCode = null)
    {
        Telegram.AddUser(id, languageCode: languageCode);
        return new PersonInChat(this, id);
    }

    /// <summary>The bot's next message to this person that was not looked at yet.</summary>
    public async Task<BotMessage> NextAsync(long userId)
    {
        var message = await Telegram.NextMessageAsync(userId, seen.GetValueOrDefault(userId), Patience);
        seen[userId] = message.MessageId;
        return message;
    }

    public async ValueTask DisposeAsync()
    {
        await service.StopAsync();
        await service.DisposeAsync();
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
