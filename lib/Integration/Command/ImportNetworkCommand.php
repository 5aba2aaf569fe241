<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Command;

use OCA\Reseau\Integration\IndexedTypes;
use OCA\Reseau\Integration\Portable\ImportNetwork;
use OCA\Reseau\Integration\Portable\NetworkStream;
use OCA\Reseau\Search\Reindex;
use OCA\Reseau\Shared\ReasonException;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ reseau:import-network FILE [--dry-run] [--same-accounts] */
class ImportNetworkCommand extends Command {
	/** Accounts that are named. */
	private const NAMED = 10;

	public function __construct(
		private readonly ImportNetwork $import,
		private readonly Reindex $reindex,
		private readonly IndexedTypes $types,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('reseau:import-network')
			->setDescription('Restore a network from a file of reseau:export, into an empty network')
			->addArgument('file', InputArgument::REQUIRED, 'A file written by reseau:export')
			->addOption('dry-run', null, InputOption::VALUE_NONE, 'Only say what would happen')
			->addOption('same-accounts', null, InputOption::VALUE_NONE, 'Accounts here, now and later, are the same people as those of the same names in the file');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$path = (string)$input->getArgument('file');
		$file = is_file($path) ? @fopen($path, 'r') : false;
		if ($file === false) {
			$output->writeln("<error>$path cannot be read</error>");
			return Command::FAILURE;
		}
		try {
			return $this->import(new NetworkStream($file), (bool)$input->getOption('dry-run'), (bool)$input->getOption('same-accounts'), $output);
		} catch (ReasonException $e) {
			$output->writeln('<error>' . match ($e->reason) {
				'newer_file' => "$path was written by a newer version of Réseau. Update Réseau here first",
				'not_a_network' => "$path is not a file of a network. A kit is added by occ reseau:kit, lists are imported by occ reseau:import",
				'not_empty' => $this->notEmpty(),
				default => "$path is damaged, incomplete or was changed: use another copy",
			} . '. Nothing was imported.</error>');
			return Command::FAILURE;
		} finally {
			fclose($file);
		}
	}

	/** @throws ReasonException */
	private function import(NetworkStream $stream, bool $dry, bool $same, OutputInterface $output): int {
		$plan = $this->import->plan($stream);
		$output->writeln('Network: ' . $plan['head']['network'] . ", {$plan['rows']} rows", OutputInterface::OUTPUT_RAW);
		$output->writeln("Who left, refused to be in the network or hid something since {$plan['head']['date']}, when the file was written, comes back as it was then.", OutputInterface::OUTPUT_RAW);
		$output->writeln('The public showcase stays closed until a facilitator opens it again.');
		if ($plan['missing'] !== []) {
			$output->writeln('Accounts that are not here: ' . self::names($plan['missing']) . '. Their cards stay hidden until they log in. To show them at once, create the accounts before the import.', OutputInterface::OUTPUT_RAW);
		}
		if ($plan['moved']) {
			$output->writeln(count($plan['files']) - $plan['gone'] . " files were found at their paths in the library, {$plan['gone']} were not. For these, set the folder of the library and copy its files before the import.");
			$output->writeln('Teams, boards, links with boards and their cards, and unfinished imports of minutes are left out: they belong to the other Nextcloud.');
			$output->writeln('Choose on the administration page who facilitates the network, and whether it has a public showcase: the other Nextcloud’s choice does not count here.');
		}
		if ($this->import->inTheWay() !== []) {
			throw new ReasonException('not_empty');
		}
		if ($plan['moved'] && !$same && !$dry && ($plan['here'] !== [] || $plan['missing'] !== [])) {
			$output->writeln('<error>' . OutputFormatter::escape(self::warning($plan['here'], $plan['missing'])) . ' If they are the same people, run the command again with --same-accounts. Nothing was imported.</error>');
			return Command::FAILURE;
		}
		if ($dry) {
			$output->writeln('This is what would happen: nothing was imported.');
			return Command::SUCCESS;
		}
		$this->import->run($stream, $plan);
		$output->writeln('Everything was imported. The search index is being built; should this be interrupted, run occ reseau:reindex --fresh.');
		$this->reindex->run($this->types->types(), true, static fn (): bool => true);
		$output->writeln('The network can be used. Delete the file, or keep it where nobody else can read it. Switch Réseau off where the file comes from: otherwise both send emails.');
		return Command::SUCCESS;
	}

	/**
	 * @param list<string> $here
	 * @param list<string> $missing
	 */
	private static function warning(array $here, array $missing): string {
		return implode(' ', array_filter([
			$here === [] ? '' : 'Accounts here have the names of accounts in the file: ' . self::names($here) . '. They get the cards, messages and choices of these.',
			$missing === [] ? '' : 'Accounts that get one of these names later get the same: ' . self::names($missing) . '.',
		]));
	}

	private function notEmpty(): string {
		$counts = $this->import->inTheWay();
		$words = array_map(static fn (string $table, int $count): string => "$table: $count", array_keys($counts), $counts);
		return 'This network is not empty (' . implode(', ', $words) . '). Import into a new Nextcloud, or delete what is here with occ reseau:purge';
	}

	/** @param list<string> $uids */
	private static function names(array $uids): string {
		$named = implode(', ', array_slice($uids, 0, self::NAMED));
		return count($uids) . " ($named" . (count($uids) > self::NAMED ? ', …)' : ')');
	}
}
