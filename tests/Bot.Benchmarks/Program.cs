using System.CommandLine;
using Bot.Benchmarks;

var ask = new Command("ask", "Wall time of `ask` as a process of its own, and of the answering in it.");
ask.SetAction(_ => AskBenchmark.Run());
var service = new Command("service", "From an update stored to its answer sent, through the service, the simulator and a database file.");
service.SetAction((_, stop) => ServiceBenchmark.RunAsync(stop));

Console.WriteLine(Machine.Describe());
return await new RootCommand("Prints the bot's numbers. Run from the project's root.") { ask, service }.Parse(args).InvokeAsync();
