<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\IConfig;
use OCP\IGroupManager;
use Sandbox\Service\Apps;
use Sandbox\Service\Jobs;
use Sandbox\Service\Migrator;
use Sandbox\Service\Store;
use Sandbox\Service\Users;
use Symfony\Component\Console\Application;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** `occ`: the app's commands, and the few of Nextcloud that the demonstration and its tests need. */
class Console {
	public function __construct(
		private readonly Container $container,
		private readonly Apps $apps,
		private readonly Users $users,
		private readonly IGroupManager $groups,
		private readonly IConfig $config,
		private readonly Migrator $migrator,
		private readonly Jobs $jobs,
		private readonly Store $store,
	) {
	}

	public function run(): int {
		$application = new Application('occ of the sandbox');
		foreach ($this->apps->commands() as $class) {
			$application->add($this->container->get($class));
		}
		$application->addCommands($this->own());
		return $application->run();
	}

	/** @return list<Command> */
	private function own(): array {
		$uid = ['uid', InputArgument::REQUIRED, 'Account name'];
		return [
			(new Command('user:add'))->setDescription('Make an account; its password comes from OC_PASS')
				->addArgument(...$uid)
				->addOption('password-from-env', null, InputOption::VALUE_NONE, 'Always so here')
				->addOption('display-name', null, InputOption::VALUE_REQUIRED, 'Name to show', '')
				->addOption('email', null, InputOption::VALUE_REQUIRED, 'Address of the account', '')
				->addOption('language', null, InputOption::VALUE_REQUIRED, 'Language of the account')
				->addOption('group', 'g', InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY, 'Groups it belongs to')
				->setCode($this->addUser(...)),
			(new Command('sandbox:account'))->setDescription('An account as LDAP or single sign-on have them, of any name; its password comes from OC_PASS')
				->addArgument(...$uid)
				->setCode(fn (InputInterface $input): int => $this->users->add($input->getArgument('uid'), (string)getenv('OC_PASS')) === null ? Command::FAILURE : Command::SUCCESS),
			(new Command('user:delete'))->setDescription('Delete an account')->addArgument(...$uid)->setCode($this->deleteUser(...)),
			(new Command('upgrade'))->setDescription('Bring the tables up to date; every command here does so first')->setCode(static fn (): int => Command::SUCCESS),
			(new Command('sandbox:empty'))->setDescription('Empty the database')->setCode($this->empty(...)),
			(new Command('background-job:list'))->setDescription('All background jobs; as JSON, whatever is asked for')
				->addOption('output', null, InputOption::VALUE_REQUIRED, 'Always json here')
				->setCode($this->listJobs(...)),
			(new Command('background-job:execute'))->setDescription('Run a background job, whatever its interval')
				->addArgument('job-id', InputArgument::REQUIRED, 'Its number')
				->addOption('force-execute', null, InputOption::VALUE_NONE, 'Always so here')
				->setCode($this->runJob(...)),
			(new Command('app:enable'))->setDescription('Let an app be there, for everybody or for some groups')
				->addArgument('app-id', InputArgument::REQUIRED, 'Such as deck')
				->addOption('groups', 'g', InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY, 'Only for these')
				->setCode($this->enableApp(...)),
			(new Command('app:disable'))->setDescription('Let an app be away')
				->addArgument('app-id', InputArgument::REQUIRED, 'Such as deck')
				->setCode(fn (InputInterface $input): int => $this->setAppValue($input->getArgument('app-id'), 'enabled', 'no')),
			(new Command('config:app:set'))->setDescription('A setting of an app')
				->addArgument('app', InputArgument::REQUIRED, 'Such as deck')
				->addArgument('name', InputArgument::REQUIRED, 'Such as groupLimit')
				->addOption('value', null, InputOption::VALUE_REQUIRED, 'Its value', '')
				->setCode(fn (InputInterface $input): int => $this->setAppValue($input->getArgument('app'), $input->getArgument('name'), $input->getOption('value'))),
			(new Command('config:app:delete'))->setDescription('A setting of an app as if it had never been made')
				->addArgument('app', InputArgument::REQUIRED, 'Such as deck')
				->addArgument('name', InputArgument::REQUIRED, 'Such as groupLimit')
				->setCode($this->deleteAppValue(...)),
			(new Command('user:setting'))->setDescription('A setting of an account, such as its quota of files')
				->addArgument(...$uid)
				->addArgument('app', InputArgument::REQUIRED, 'Such as files')
				->addArgument('key', InputArgument::REQUIRED, 'Such as quota')
				->addArgument('value', InputArgument::REQUIRED, 'Such as 1 MB, or none')
				->setCode($this->setUserValue(...)),
			(new Command('user:list'))->setDescription('All accounts')->setCode($this->listUsers(...)),
		];
	}

	private function setUserValue(InputInterface $input): int {
		$this->store->put('preferences', ['userid' => $input->getArgument('uid'), 'appid' => $input->getArgument('app'), 'configkey' => $input->getArgument('key')], ['configvalue' => $input->getArgument('value')]);
		return Command::SUCCESS;
	}

	private function addUser(InputInterface $input, OutputInterface $output): int {
		$uid = $input->getArgument('uid');
		$password = (string)getenv('OC_PASS');
		if ($this->users->userExists($uid) || $password === '') {
			$output->writeln("<error>The account $uid exists, or OC_PASS is empty</error>");
			return Command::FAILURE;
		}
		$user = $this->users->createUser($uid, $password);
		$user->setDisplayName($input->getOption('display-name'));
		$user->setEMailAddress($input->getOption('email'));
		foreach ($input->getOption('group') as $gid) {
			$this->groups->createGroup($gid)->addUser($user);
		}
		if ($input->getOption('language') !== null) {
			$this->config->setUserValue($uid, 'core', 'lang', $input->getOption('language'));
		}
		$output->writeln("The account \"$uid\" was created successfully");
		return Command::SUCCESS;
	}

	private function deleteUser(InputInterface $input, OutputInterface $output): int {
		$user = $this->users->get($input->getArgument('uid'));
		$output->writeln($user?->delete() ? 'The specified user was deleted' : '<error>User does not exist</error>');
		return $user === null ? Command::FAILURE : Command::SUCCESS;
	}

	private function empty(): int {
		$this->migrator->reset();
		return Command::SUCCESS;
	}

	private function listJobs(InputInterface $input, OutputInterface $output): int {
		$jobs = $this->jobs->all();
		$output->writeln(json_encode(array_map(static fn (int $id, string $class): array => ['id' => (string)$id, 'class' => $class], array_keys($jobs), $jobs), JSON_THROW_ON_ERROR));
		return Command::SUCCESS;
	}

	private function runJob(InputInterface $input, OutputInterface $output): int {
		$class = $this->jobs->all()[(int)$input->getArgument('job-id')] ?? null;
		if ($class === null) {
			$output->writeln('<error>There is no such job</error>');
			return Command::FAILURE;
		}
		$this->jobs->run($class);
		return Command::SUCCESS;
	}

	private function enableApp(InputInterface $input): int {
		$groups = $input->getOption('groups');
		return $this->setAppValue($input->getArgument('app-id'), 'enabled', $groups === [] ? 'yes' : json_encode($groups, JSON_THROW_ON_ERROR));
	}

	private function setAppValue(string $app, string $name, string $value): int {
		$this->store->put('appconfig', ['appid' => $app, 'configkey' => $name], ['configvalue' => $value]);
		return Command::SUCCESS;
	}

	private function deleteAppValue(InputInterface $input): int {
		$this->store->remove('appconfig', ['appid' => $input->getArgument('app'), 'configkey' => $input->getArgument('name')]);
		return Command::SUCCESS;
	}

	private function listUsers(InputInterface $input, OutputInterface $output): int {
		foreach ($this->users->search('') as $uid => $user) {
			$output->writeln("  - $uid: {$user->getDisplayName()}");
		}
		return Command::SUCCESS;
	}
}
