<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Command;

use OCA\Reseau\Integration\Removal\Purge;
use OCA\Reseau\Settings\Network;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ reseau:purge [--network NAME] */
class PurgeCommand extends Command {
	private const OPTION = 'network';

	public function __construct(
		private readonly Purge $purge,
		private readonly Network $network,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('reseau:purge')
			->setDescription('Delete for good all data of Réseau; without the name of the network, only say what that is')
			->addOption(self::OPTION, null, InputOption::VALUE_REQUIRED, 'The name of the network, as its pages show it');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$name = OutputFormatter::escape($this->network->name());
		$given = $input->getOption(self::OPTION);
		$counts = $this->purge->counts();
		if ($counts === []) {
			$output->writeln('Réseau stores nothing: there is nothing to delete.');
			return Command::SUCCESS;
		}
		$output->writeln("What Réseau stores of the network “{$name}”:");
		foreach ($counts as $what => $count) {
			$output->writeln(sprintf('  %s: %d', $what, $count));
		}
		$output->writeln('What stays: accounts and groups of Nextcloud, teams, boards, folders and files, copies of dates in calendars, mails that were sent; entries of the activity stream, without their words, until Nextcloud deletes them.');
		if (trim((string)$given) !== trim($this->network->name())) {
			$output->writeln($given === null
				? "<error>Nothing was deleted. To delete it for good, give the name of the network: occ reseau:purge --network=\"{$name}\"</error>"
				: "<error>Nothing was deleted: the network is called “{$name}”, not “" . OutputFormatter::escape((string)$given) . '”.</error>');
			$output->writeln('A copy of the network is made by: occ reseau:export FILE');
			return Command::FAILURE;
		}
		$this->purge->run();
		$left = $this->purge->counts();
		if ($left !== []) {
			$output->writeln('<error>All of this was deleted, but someone wrote something in the meantime (' . implode(', ', array_keys($left)) . '). Make sure that no one uses Réseau, and run the command again; the network now has no name except “' . $this->network->name() . '”.</error>');
			return Command::FAILURE;
		}
		$output->writeln('All of this was deleted. To remove Réseau: occ app:remove reseau. To start over: occ app:disable reseau, then occ app:enable reseau.');
		return Command::SUCCESS;
	}
}
