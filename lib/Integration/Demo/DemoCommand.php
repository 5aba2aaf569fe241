<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Demo;

use OCA\Reseau\Integration\Command\ImportCommand;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Settings\Network;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IConfig;
use OCP\IGroupManager;
use OCP\IUserManager;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** OC_PASS=… occ reseau:demo --create-accounts --password-from-env */
class DemoCommand extends Command {
	/** The day the demo network was written for; all its dates are shifted so that this is today. */
	private const WRITTEN_FOR = '2026-11-24';
	private const FOLDER = __DIR__ . '/../../../data/demo';
	private const FACILITATORS = ['romain-vielfaure', 'nadege-tremolieres'];

	/** @var array<string, string> names of accounts that differ from their member's id, by that id */
	private array $accounts = [];

	public function __construct(
		private readonly ImportFile $import,
		private readonly DemoLibrary $library,
		private readonly Network $network,
		private readonly IUserManager $users,
		private readonly IGroupManager $groups,
		private readonly IConfig $config,
		private readonly ITimeFactory $clock,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('reseau:demo')
			->setDescription('Load the demonstration network: fictional people, groups, notices, words, a library and links')
			->addOption('create-accounts', null, InputOption::VALUE_NONE, 'Also make the accounts of the fictional members, and their facilitators’ group')
			->addOption('password', null, InputOption::VALUE_REQUIRED, 'Password of the accounts made, which others on this machine may see in the list of processes')
			->addOption('password-from-env', null, InputOption::VALUE_NONE, 'Read the password of the accounts made from the environment variable OC_PASS')
			->addOption('accounts', null, InputOption::VALUE_REQUIRED, 'JSON file with the names of the accounts by the ids of the fictional members; by default an account has that id as its name')
			->addOption('organisations', null, InputOption::VALUE_NONE, 'Also load three fictional organisations, whose cards members keep')
			->addOption('owner', null, InputOption::VALUE_REQUIRED, 'Account that adds the files of the library; by default one of the facilitators of the demonstration');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		if (!$this->readAccounts($input->getOption('accounts'))) {
			$output->writeln('<error>--accounts is a file such as {"maelle-roumegous": "maelle@example.org"}</error>');
			return Command::FAILURE;
		}
		if ($input->getOption('create-accounts')) {
			$password = $input->getOption('password-from-env') === true ? getenv('OC_PASS') : $input->getOption('password');
			if (!is_string($password) || $password === '') {
				$output->writeln('<error>--create-accounts needs --password-from-env and a password in OC_PASS, or --password</error>');
				return Command::FAILURE;
			}
			$this->createAccounts($password, $output);
		}
		$this->network->rename('Cordée d’Oc');
		foreach (['vocabulary', 'members', 'groups', 'meetings', 'announcements'] as $name) {
			$output->write("$name: ");
			ImportCommand::report($this->import->loadData($this->read($name)), $output);
		}
		if ($input->getOption('organisations')) {
			$output->write('organisations: ');
			ImportCommand::report($this->import->loadData($this->read('organisations')), $output);
		}
		$this->loadLibrary($input->getOption('owner'), $output);
		$output->write('links: ');
		ImportCommand::report($this->import->loadData($this->read('links')), $output);
		return Command::SUCCESS;
	}

	private function loadLibrary(mixed $owner, OutputInterface $output): void {
		$there = array_values(array_filter(array_map($this->accountOf(...), array_column($this->read('members'), 'id')), $this->users->userExists(...)));
		$owner = is_string($owner) ? $owner : array_values(array_intersect($this->facilitators(), $there))[0] ?? null;
		if ($owner === null || !$this->users->userExists($owner)) {
			$output->writeln('library: no account to put it there, see --owner');
			return;
		}
		$report = $this->library->load($this->read('resources'), self::FOLDER . '/resources', $owner, $there);
		if ($report === null) {
			$output->writeln("library: $owner cannot write to {$this->network->library()}, see --owner");
			return;
		}
		$output->write('library: ');
		ImportCommand::report($report, $output);
	}

	private function createAccounts(string $password, OutputInterface $output): void {
		$made = 0;
		foreach ($this->read('members') as $member) {
			$uid = $this->accountOf($member['id']);
			if ($member['account'] === true && !$this->users->userExists($uid)) {
				$user = $this->users->createUser($uid, $password);
				if ($user !== false) {
					$user->setDisplayName($member['name']);
					$this->config->setUserValue($uid, 'core', 'lang', 'fr');
					$made++;
				}
			}
		}
		$group = $this->groups->get($this->network->facilitatorsGroup())
			?? $this->groups->createGroup($this->network->facilitatorsGroup());
		foreach ($this->facilitators() as $uid) {
			$user = $this->users->get($uid);
			if ($group !== null && $user !== null) {
				$group->addUser($user);
			}
		}
		$output->writeln("accounts: $made made");
	}

	/** @return bool whether the file, if given, holds names */
	private function readAccounts(mixed $file): bool {
		if ($file === null) {
			return true;
		}
		$accounts = is_string($file) && is_file($file) ? json_decode((string)file_get_contents($file), true) : null;
		$this->accounts = is_array($accounts) ? array_filter($accounts, is_string(...)) : [];
		return is_array($accounts) && $this->accounts === $accounts;
	}

	private function accountOf(string $id): string {
		return $this->accounts[$id] ?? $id;
	}

	/** @return list<string> */
	private function facilitators(): array {
		return array_map($this->accountOf(...), self::FACILITATORS);
	}

	/** @return array<array-key, mixed> the data with the real account names */
	private function read(string $name): array {
		$rows = $this->readFile($name);
		foreach (in_array($name, ['members', 'organisations', 'links'], true) ? $rows : [] as $i => $row) {
			foreach (['id' => 'uid', 'steward' => 'steward', 'by' => 'by'] as $from => $to) {
				$account = $this->accounts[$row[$from] ?? ''] ?? null;
				$rows[$i] = ($account === null ? [] : [$to => $account]) + $rows[$i];
			}
		}
		return $rows;
	}

	/** @return array<array-key, mixed> */
	private function readFile(string $name): array {
		$days = (int)(new \DateTimeImmutable(self::WRITTEN_FOR))
			->diff(new \DateTimeImmutable($this->clock->getDateTime()->format('Y-m-d')))
			->format('%r%a');
		$json = (string)file_get_contents(self::FOLDER . "/$name.json");
		return json_decode((string)preg_replace_callback(
			'/"(\d{4}-\d{2}-\d{2})"/',
			static fn (array $found): string => '"' . (new \DateTimeImmutable($found[1]))->modify("$days days")->format('Y-m-d') . '"',
			$json,
		), true, 64, JSON_THROW_ON_ERROR);
	}
}
