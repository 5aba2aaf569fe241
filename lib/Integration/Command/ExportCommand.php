<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Command;

use OCA\Reseau\Group\GroupExport;
use OCA\Reseau\Integration\Link\LinkFile;
use OCA\Reseau\Integration\Portable\ExportNetwork;
use OCA\Reseau\Integration\Portable\NewFile;
use OCA\Reseau\Kit\Kit;
use OCA\Reseau\Meeting\MeetingFile;
use OCA\Reseau\Member\Export\NetworkExport;
use OCA\Reseau\Notice\NoticeFile;
use OCA\Reseau\Settings\NetworkFile;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\SubscriberFile;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IUserManager;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ reseau:export FILE, occ reseau:export --kit FILE, occ reseau:export --lists FOLDER */
class ExportCommand extends Command {
	public function __construct(
		private readonly NetworkExport $members,
		private readonly GroupExport $groups,
		private readonly Vocabulary $vocabulary,
		private readonly LinkFile $links,
		private readonly NoticeFile $notices,
		private readonly MeetingFile $meetings,
		private readonly SubscriberFile $subscribers,
		private readonly NetworkFile $network,
		private readonly ExportNetwork $whole,
		private readonly Kit $kit,
		private readonly IUserManager $users,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('reseau:export')
			->setDescription('Write the whole network into one file, which reseau:import-network restores; it holds personal data')
			->addArgument('path', InputArgument::REQUIRED, 'The file to create, outside the web server’s reach; with --lists an existing folder')
			->addOption('kit', null, InputOption::VALUE_NONE, 'Write only what another network can start from, without any person: words, charter, welcome text, board templates')
			->addOption('lists', null, InputOption::VALUE_NONE, 'Write members, groups, notices and words as lists into a folder, in the format reseau:import reads; they hold personal data')
			->addOption('user', null, InputOption::VALUE_REQUIRED, 'With --kit, also the names of the folders of the library, as this account has it');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$path = (string)$input->getArgument('path');
		try {
			match (true) {
				$input->getOption('kit') => $this->writeKit($path, $input->getOption('user'), $output),
				$input->getOption('lists') => $this->writeLists(rtrim($path, '/'), $output),
				default => $this->writeNetwork($path, $output),
			};
			return Command::SUCCESS;
		} catch (ReasonException $e) {
			$output->writeln('<error>' . match ($e->reason) {
				'file_exists' => is_dir($path) ? "$path is a folder. Give the name of a file, or --lists" : "$path exists already. Choose another name",
				'row_too_long' => 'A row of the database is too long for the file: nothing was written',
				'unknown_account' => 'There is no such account',
				'unknown_folder' => "$path is not a folder that can be written to",
				default => "$path could not be written",
			} . '</error>');
			return Command::FAILURE;
		}
	}

	/** @throws ReasonException file_exists · not_writable · row_too_long */
	private function writeNetwork(string $path, OutputInterface $output): void {
		['rows' => $rows, 'lost' => $lost] = $this->whole->write($path);
		foreach ($rows as $table => $count) {
			$output->writeln("  $table: $count", OutputInterface::VERBOSITY_VERBOSE);
		}
		if ($lost !== []) {
			$words = array_map(static fn (string $table, int $count): string => "$table: $count", array_keys($lost), $lost);
			$output->writeln('<comment>Some rows have something that can no longer be decrypted, because the secret of this Nextcloud has changed. It is not in the file: ' . implode(', ', $words) . '.</comment>');
		}
		$output->writeln([$path, 'It contains everyone’s personal data, including what only they see, and their messages. Only you can read it: keep it private, and delete it when you no longer need it.']);
	}

	/** @throws ReasonException file_exists · not_writable · unknown_account */
	private function writeKit(string $path, ?string $uid, OutputInterface $output): void {
		if ($uid !== null && !$this->users->userExists($uid)) {
			throw new ReasonException('unknown_account');
		}
		$kit = $this->kit->export($uid);
		NewFile::write($path, static fn (NewFile $file) => $file->add($kit));
		$output->writeln([$path, 'It names no person by itself. Read its texts and folder names before you pass it on: they are as people wrote them.']);
	}

	/** @throws ReasonException unknown_folder · not_writable */
	private function writeLists(string $folder, OutputInterface $output): void {
		if (!is_dir($folder) || !is_writable($folder)) {
			throw new ReasonException('unknown_folder');
		}
		$files = [
			'vocabulary' => $this->vocabulary->export(),
			'members' => $this->members->export(),
			'groups' => $this->groups->export(),
		];
		$files += array_filter(['network' => $this->network->export(), 'notices' => $this->notices->export(), 'meetings' => $this->meetings->export(), 'links' => $this->links->export(), 'subscribers' => $this->subscribers->export()]);
		foreach ($files as $name => $data) {
			$json = json_encode($data, JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
			$path = "$folder/$name.json";
			touch($path);
			chmod($path, 0600);
			if (file_put_contents($path, "$json\n") === false) {
				throw new ReasonException('not_writable');
			}
			$output->writeln($path);
		}
	}
}
