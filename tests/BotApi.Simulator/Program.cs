using BotApi.Simulator;

if (!CommandLine.TryRead(args, out var options))
{
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

await using var server = await BotApiServer.StartAsync(options);
Console.WriteLine($"Bot API at {server.BaseUrl}, token {server.Token}. Try:");
Console.WriteLine($$"""curl -d '{"user":1,"text":"hello"}' '{{server.BaseUrl}}control/send?wait=5'""");
await server.WaitForShutdownAsync();
return 0;
