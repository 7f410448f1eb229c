namespace BotApi.Simulator;

/// <summary><c>CallbackQuery</c> in JSON.</summary>
internal sealed record WireCallbackQuery(string Id, WireUser From, WireMessage Message, string ChatInstance, string Data);
