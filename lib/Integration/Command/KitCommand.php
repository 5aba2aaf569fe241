<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Command;

use OCA\Reseau\Kit\Kit;
use OCA\Reseau\Kit\ShippedKits;
use OCA\Reseau\Shared\ReasonException;
use OCP\IUserManager;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ reseau:kit [FILE] [--dry-run] [--replace=charter] [--user=UID] */
class KitCommand extends Command {
	/** Bytes of a file that are read: more than its characters can take. */
	private const LONGEST = 4 * Kit::LENGTH;

	public function __construct(
		private readonly Kit $kit,
		private readonly ShippedKits $shipped,
		private readonly IUserManager $users,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('reseau:kit')
			->setDescription('Add the words, texts, board templates and folders of a kit to this network; nothing it has is overwritten unless asked')
			->addArgument('file', InputArgument::OPTIONAL, 'The name of a kit that comes with Réseau, or a file written by reseau:export --kit or saved on the administration page; without it, the kits that come with Réseau are listed')
			->addOption('dry-run', null, InputOption::VALUE_NONE, 'Only say what would be added')
			->addOption('replace', null, InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY, 'Replace what the network has: ' . implode(', ', Kit::REPLACEABLE))
			->addOption('user', null, InputOption::VALUE_REQUIRED, 'Account in whose Files the folders of the library are created');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$file = (string)$input->getArgument('file');
		if ($file === '') {
			foreach ($this->shipped->list() as ['id' => $id, 'title' => $title, 'about' => $about, 'language' => $language]) {
				$output->writeln("$id ($language): $title. $about");
			}
			return Command::SUCCESS;
		}
		$uid = $input->getOption('user');
		$unknown = array_diff($input->getOption('replace'), Kit::REPLACEABLE);
		$text = match (true) {
			$this->shipped->has($file) => $this->shipped->text($file),
			is_file($file) => @file_get_contents($file, length: self::LONGEST),
			default => false,
		};
		$problem = match (true) {
			$text === false => "$file cannot be read",
			$unknown !== [] => 'Only these can be replaced: ' . implode(', ', Kit::REPLACEABLE),
			$uid !== null && !$this->users->userExists($uid) => "There is no account $uid",
			default => null,
		};
		if ($problem === null) {
			try {
				$report = $this->kit->take(Kit::read((string)$text), $uid, $input->getOption('replace'), (bool)$input->getOption('dry-run'));
			} catch (ReasonException $e) {
				$problem = match ($e->reason) {
					'newer_file' => "$file was written by a newer version of Réseau. Update Réseau here first",
					'too_long' => "$file is too large for a kit",
					default => "$file is not a kit of Réseau",
				} . '. Nothing was changed.';
			}
		}
		if ($problem !== null) {
			$output->writeln("<error>$problem</error>");
			return Command::FAILURE;
		}
		ImportCommand::report($report, $output);
		$output->writeln($input->getOption('dry-run') ? 'This is what would happen: nothing was changed.' : 'Everything else stayed as it was.');
		return Command::SUCCESS;
	}
}
