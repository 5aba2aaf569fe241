<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Command;

use OCA\Reseau\Group\GroupExport;
use OCA\Reseau\Integration\Link\LinkFile;
use OCA\Reseau\Meeting\MeetingFile;
use OCA\Reseau\Member\Export\NetworkExport;
use OCA\Reseau\Notice\NoticeFile;
use OCA\Reseau\Settings\NetworkFile;
use OCA\Reseau\Subscription\SubscriberFile;
use OCA\Reseau\Vocabulary\Vocabulary;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** occ reseau:export FOLDER */
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
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('reseau:export')
			->setDescription('Write the whole network into a folder, in the format reseau:import reads; the files hold personal data')
			->addArgument('folder', InputArgument::REQUIRED, 'An existing folder outside the web server’s reach');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$folder = rtrim((string)$input->getArgument('folder'), '/');
		if (!is_dir($folder) || !is_writable($folder)) {
			$output->writeln("<error>$folder is not a folder that can be written to</error>");
			return Command::FAILURE;
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
				$output->writeln("<error>$path could not be written</error>");
				return Command::FAILURE;
			}
			$output->writeln($path);
		}
		return Command::SUCCESS;
	}
}
