namespace BotApi.Simulator;

/// <summary>A method of the Bot API.</summary>
internal delegate Task<ApiAnswer> Method(CallParameters parameters, CancellationToken cancellation);
