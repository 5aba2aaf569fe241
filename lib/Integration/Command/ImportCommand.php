<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Command;

use JsonException;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** occ reseau:import FILE… */
class ImportCommand extends Command {
	public function __construct(
		private readonly ImportFile $import,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('reseau:import')
			->setDescription('Import members, groups or the vocabulary of a network from JSON files; makes no accounts, overwrites nothing a person wrote')
			->addArgument('files', InputArgument::REQUIRED | InputArgument::IS_ARRAY, 'JSON files in the format of reseau:export --lists, members before groups');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		foreach ($input->getArgument('files') as $file) {
			$json = is_file($file) ? fopen($file, 'r') : false;
			if ($json === false) {
				$output->writeln("<error>$file cannot be read</error>");
				return Command::FAILURE;
			}
			try {
				$report = $this->import->load($json, static fn (array $row) => self::reportRow($row, $output));
				self::report($report, $output);
			} catch (JsonException $e) {
				$output->writeln("<error>$file is not JSON: {$e->getMessage()}. Nothing of it was imported. The file of a whole network is imported by occ reseau:import-network.</error>");
				return Command::FAILURE;
			} catch (ReasonException) {
				$output->writeln("<error>$file holds neither members nor groups nor a vocabulary</error>");
				return Command::FAILURE;
			}
		}
		return Command::SUCCESS;
	}

	/** Prints the result: every skipped row, and the counts. */
	public static function report(ImportReport $report, OutputInterface $output): void {
		foreach ($report->rows() as $row) {
			self::reportRow($row, $output);
		}
		$counts = $report->counts();
		$output->writeln("{$counts['made']} made, {$counts['updated']} updated, {$counts['unchanged']} unchanged, {$counts['skipped']} skipped");
	}

	/** @param array{row: string, outcome: string, why: string} $row */
	private static function reportRow(array $row, OutputInterface $output): void {
		if ($row['why'] !== '' || $output->isVerbose()) {
			$output->writeln(trim("{$row['row']}: {$row['outcome']} {$row['why']}"));
		}
	}
}
