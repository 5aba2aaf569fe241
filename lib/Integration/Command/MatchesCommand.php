<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Command;

use OCA\Reseau\Matching\MatchPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ reseau:matches UID [--limit=5] */
class MatchesCommand extends Command {
	private const MOST = 20;

	public function __construct(
		private readonly MatchPresenter $presenter,
		private readonly People $people,
		private readonly Viewers $viewers,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('reseau:matches')
			->setDescription('Show the people a person could meet, and why, as they would see it')
			->addArgument('uid', InputArgument::REQUIRED, 'Account of the person')
			->addOption('limit', null, InputOption::VALUE_REQUIRED, 'People at most', '5');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$uid = (string)$input->getArgument('uid');
		$member = $this->people->byUid($uid);
		if ($member === null) {
			$output->writeln("<error>$uid has no card</error>");
			return Command::FAILURE;
		}
		$limit = max(1, min(self::MOST, (int)$input->getOption('limit')));
		$matches = $this->presenter->list($this->viewers->of($uid), $member, $limit);
		foreach ($matches as $match) {
			// Not as markup: people wrote the text.
			$output->writeln($match['member']['name'], OutputInterface::OUTPUT_RAW);
			$output->writeln('  ' . $match['reason'], OutputInterface::OUTPUT_RAW);
		}
		if ($matches === []) {
			$output->writeln('Nobody yet');
		}
		return Command::SUCCESS;
	}
}
