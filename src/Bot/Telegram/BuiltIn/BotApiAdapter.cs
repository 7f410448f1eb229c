using Bot.Configuration;
using Bot.Telegram.BuiltIn;

namespace Bot.Telegram;

/// <summary>The Bot API adapter this build was made with.</summary>
internal static class BotApiAdapter
{
    public static IBotApi Create(HttpClient http, TelegramSettings settings) => new HttpBotApi(http, settings);
}
