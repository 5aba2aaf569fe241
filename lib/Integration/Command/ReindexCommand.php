<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Command;

use OCA\Reseau\Integration\IndexedTypes;
use OCA\Reseau\Search\Reindex as SearchReindex;
use OCA\Reseau\Shared\IndexProgress;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Helper\ProgressBar;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ reseau:reindex [--fresh] */
class ReindexCommand extends Command implements SignalableCommandInterface {
	/** Exit code of an interrupted command, as in shells. */
	private const STOPPED = 130;

	private bool $stop = false;

	public function __construct(
		private readonly SearchReindex $reindex,
		private readonly IndexedTypes $types,
		private readonly IndexProgress $progress,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('reseau:reindex')
			->setDescription('Rebuild the search index; a run that was stopped continues where it was')
			->addOption('fresh', null, InputOption::VALUE_NONE, 'Start over, and store again what seems to be stored already');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$fresh = (bool)$input->getOption('fresh');
		$place = $fresh ? null : $this->reindex->place();
		$left = $fresh ? null : $this->progress->read();
		if ($place !== null && $left !== null) {
			$output->writeln("An earlier run was stopped after {$place['type']} {$place['after']}, {$left['done']} of {$left['total']}: continuing from there (--fresh starts over)");
		}
		// If no progress bar can be drawn, a line is printed now and then.
		$bar = new ProgressBar($output, 0, $output->isDecorated() ? 0.1 : 1);
		$start = hrtime(true);
		$done = $this->reindex->run($this->types->types(), $fresh, function (int $done, int $total) use ($bar): bool {
			$bar->setMaxSteps($total);
			$bar->setProgress($done);
			return !$this->stop;
		});
		if (!$this->reindex->isDone()) {
			$output->writeln('');
			$output->writeln('Stopped. What is done stays; the same command goes on from here.');
			return self::STOPPED;
		}
		$bar->finish();
		$seconds = (hrtime(true) - $start) / 1e9;
		$output->writeln('');
		$output->writeln(sprintf('%d stored in %.1f s, %d a second', $done, $seconds, $done / max($seconds, 0.001)));
		return Command::SUCCESS;
	}

	/** @return list<int> */
	public function getSubscribedSignals(): array {
		return function_exists('pcntl_signal') ? [SIGINT, SIGTERM] : [];
	}

	/** Lets the current batch of a hundred finish. */
	public function handleSignal(int $signal, int|false $previousExitCode = 0): int|false {
		$this->stop = true;
		return false;
	}
}
